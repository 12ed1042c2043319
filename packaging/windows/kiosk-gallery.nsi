; The installer for Windows. `python packaging/windows/build.py TREE` gives it what it needs and has it compiled:
;   VERSION, NUMBERS (four of them), OUTPUT, FILES (a folder with install.nsh and uninstall.nsh), SETTINGS, KILOBYTES
; README.md tells its switches and what it does.

Unicode true
Target amd64-unicode
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
!endif
SetDateSave off
ManifestDPIAware true
ManifestLongPathAware true
ManifestSupportedOS Win10
; Whoever signs in installs for themselves, and no administrator is asked. /ALLUSERS is for one.
RequestExecutionLevel user

!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WinVer.nsh

!define TITLE "Kiosk Gallery"
!define PROGRAM "kiosk-gallery.exe"
!define DATA "kiosk-gallery"
!define ABOUT "Software\Microsoft\Windows\CurrentVersion\Uninstall\${TITLE}"
!define RUN "Software\Microsoft\Windows\CurrentVersion\Run"
!define CLASSES "Software\Classes"
!define CLASS "KioskGallery.Exhibition"
!define SHORTCUT "$SMPROGRAMS\${TITLE}.lnk"

Name "${TITLE}"
OutFile "${OUTPUT}"
BrandingText "${TITLE} ${VERSION}"
; Empty unless /D names one: `.onInit` decides.
InstallDir ""
ShowInstDetails nevershow
ShowUninstDetails nevershow
VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
VIAddVersionKey /LANG=0 ProductName "${TITLE}"
VIAddVersionKey /LANG=0 FileDescription "${TITLE}"
VIAddVersionKey /LANG=0 FileVersion "${VERSION}"
VIAddVersionKey /LANG=0 ProductVersion "${VERSION}"
VIAddVersionKey /LANG=0 LegalCopyright "The Kiosk Gallery authors, MIT"

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!define MUI_FINISHPAGE_RUN_PARAMETERS "--windowed"
!define MUI_COMPONENTSPAGE_SMALLDESC
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The first is for all whose own language is not here.
!insertmacro MUI_LANGUAGE English
!insertmacro MUI_LANGUAGE Russian
!insertmacro MUI_LANGUAGE Korean
!insertmacro MUI_LANGUAGE Arabic
!include words.nsh

; Where settings are, which no installation overwrites and no removal takes away unasked.
Var Settings
; Where this account's cache is.
Var Cache
Var Everybody

; Codes that it leaves with, besides NSIS's own: 0 done, 1 given up by whoever was asked.
!define REFUSED 2

!macro Refuse WORDS
  MessageBox MB_OK|MB_ICONEXCLAMATION "${WORDS}" /SD IDOK
  SetErrorLevel ${REFUSED}
  Quit
!macroend

; In: whether for everybody. Which folders and which half of the registry that means.
!macro ForWhom
  SetRegView 64
  SetShellVarContext current
  StrCpy $Cache "$LOCALAPPDATA\${DATA}"
  StrCpy $Settings "$LOCALAPPDATA\${DATA}"
  ${If} $Everybody == 1
    SetShellVarContext all
    StrCpy $Settings "$APPDATA\${DATA}"
  ${EndIf}
!macroend

; A program that runs cannot be written. Nothing has been touched yet when it is found so.
!macro RefuseWhileItRuns
  ${If} ${FileExists} "$INSTDIR\${PROGRAM}"
    ClearErrors
    FileOpen $0 "$INSTDIR\${PROGRAM}" a
    ${If} ${Errors}
      !insertmacro Refuse "$(RUNNING)"
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

!macro TellSystem
  ; SHCNE_ASSOCCHANGED: what belongs to which ending has changed.
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "-before"
  !insertmacro RefuseWhileItRuns
  ; What an older one has left and this one does not have goes by its own uninstaller. Settings stay.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S /REPLACE _?=$INSTDIR' $0
    ${If} $0 <> 0
      !insertmacro Refuse "$(RUNNING)"
    ${EndIf}
  ${EndIf}
SectionEnd

Section "${TITLE}" SectionProgram
  SectionIn RO
  SetOverwrite on
  ClearErrors
  !include "${FILES}/install.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro Refuse "$(NOT_WRITTEN)"
  ${EndIf}
  CreateDirectory "$Settings"
  SetOutPath "$Settings"
  SetOverwrite off
  File "/oname=config.yaml" "${SETTINGS}"
  SetOverwrite on
  SetOutPath "$INSTDIR"
  WriteRegStr SHCTX "${ABOUT}" DisplayName "${TITLE}"
  WriteRegStr SHCTX "${ABOUT}" DisplayVersion "${VERSION}"
  WriteRegStr SHCTX "${ABOUT}" DisplayIcon "$INSTDIR\${PROGRAM}"
  WriteRegStr SHCTX "${ABOUT}" Publisher "The Kiosk Gallery authors"
  WriteRegStr SHCTX "${ABOUT}" InstallLocation "$INSTDIR"
  WriteRegStr SHCTX "${ABOUT}" UninstallString '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${ABOUT}" QuietUninstallString '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD SHCTX "${ABOUT}" EstimatedSize ${KILOBYTES}
  WriteRegDWORD SHCTX "${ABOUT}" NoModify 1
  WriteRegDWORD SHCTX "${ABOUT}" NoRepair 1
SectionEnd

Section "$(MENU)" SectionMenu
  CreateShortCut "${SHORTCUT}" "$INSTDIR\${PROGRAM}" "--windowed"
SectionEnd

Section "$(FILETYPE)" SectionFiletype
  WriteRegStr SHCTX "${CLASSES}\.kiosk" "" "${CLASS}"
  WriteRegStr SHCTX "${CLASSES}\.kiosk" "Content Type" "application/vnd.kiosk-gallery.bundle+zip"
  WriteRegStr SHCTX "${CLASSES}\${CLASS}" "" "$(EXHIBITION)"
  WriteRegStr SHCTX "${CLASSES}\${CLASS}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr SHCTX "${CLASSES}\${CLASS}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" --windowed "%1"'
  !insertmacro TellSystem
SectionEnd

; Unticked: a computer becomes a kiosk because somebody wants it to.
Section /o "$(AUTOSTART)" SectionAutostart
  WriteRegStr SHCTX "${RUN}" "${TITLE}" '"$INSTDIR\${PROGRAM}" run --supervised'
SectionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionProgram} $(ABOUT_PROGRAM)
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionMenu} $(ABOUT_MENU)
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionFiletype} $(ABOUT_FILETYPE)
  !insertmacro MUI_DESCRIPTION_TEXT ${SectionAutostart} $(ABOUT_AUTOSTART)
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; Tick a section or not.
!macro Choose SECTION WANTED
  SectionSetFlags ${SECTION} ${WANTED}
!macroend

!macro SwitchFor SWITCH SECTION WANTED
  ClearErrors
  ${GetOptions} $R0 "${SWITCH}" $R1
  ${IfNot} ${Errors}
    !insertmacro Choose ${SECTION} ${WANTED}
  ${EndIf}
!macroend

Function .onInit
  ${IfNot} ${AtLeastWin10}
    !insertmacro Refuse "$(TOO_OLD)"
  ${EndIf}
  ${GetParameters} $R0
  StrCpy $Everybody 0
  ClearErrors
  ${GetOptions} $R0 "/ALLUSERS" $R1
  ${IfNot} ${Errors}
    StrCpy $Everybody 1
    UserInfo::GetAccountType
    Pop $R1
    ${If} $R1 != "Admin"
      !insertmacro Refuse "$(NO_RIGHTS)"
    ${EndIf}
  ${EndIf}
  !insertmacro ForWhom
  ; An older one stays where it is, with what was chosen for it.
  ReadRegStr $R2 SHCTX "${ABOUT}" InstallLocation
  ${If} $R2 != ""
    StrCpy $R3 0
    ${If} ${FileExists} "${SHORTCUT}"
      StrCpy $R3 1
    ${EndIf}
    !insertmacro Choose ${SectionMenu} $R3
    StrCpy $R3 0
    ReadRegStr $R4 SHCTX "${CLASSES}\${CLASS}" ""
    ${If} $R4 != ""
      StrCpy $R3 1
    ${EndIf}
    !insertmacro Choose ${SectionFiletype} $R3
    StrCpy $R3 0
    ReadRegStr $R4 SHCTX "${RUN}" "${TITLE}"
    ${If} $R4 != ""
      StrCpy $R3 1
    ${EndIf}
    !insertmacro Choose ${SectionAutostart} $R3
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR $R2
  ${EndIf}
  ${If} $INSTDIR == ""
    StrCpy $INSTDIR "$LOCALAPPDATA\Programs\${TITLE}"
    ${If} $Everybody == 1
      StrCpy $INSTDIR "$PROGRAMFILES64\${TITLE}"
    ${EndIf}
  ${EndIf}
  !insertmacro SwitchFor "/AUTOSTART" ${SectionAutostart} 1
  !insertmacro SwitchFor "/NOAUTOSTART" ${SectionAutostart} 0
  !insertmacro SwitchFor "/NOMENU" ${SectionMenu} 0
  !insertmacro SwitchFor "/NOFILETYPE" ${SectionFiletype} 0
FunctionEnd

Function un.onInit
  StrCpy $Everybody 0
  SetRegView 64
  ReadRegStr $R1 HKLM "${ABOUT}" InstallLocation
  ${If} $R1 == $INSTDIR
    StrCpy $Everybody 1
  ${EndIf}
  !insertmacro ForWhom
FunctionEnd

Section "un.${TITLE}"
  !insertmacro RefuseWhileItRuns
  ; Only what was installed, whatever else somebody keeps in that folder.
  !include "${FILES}/uninstall.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "${SHORTCUT}"
  DeleteRegValue SHCTX "${RUN}" "${TITLE}"
  DeleteRegKey SHCTX "${CLASSES}\${CLASS}"
  ReadRegStr $R1 SHCTX "${CLASSES}\.kiosk" ""
  ${If} $R1 == "${CLASS}"
    DeleteRegKey SHCTX "${CLASSES}\.kiosk"
  ${EndIf}
  DeleteRegKey SHCTX "${ABOUT}"
  !insertmacro TellSystem
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/REPLACE" $R1
  ${If} ${Errors}
    RMDir /r "$Cache\Cache"
    ClearErrors
    ${GetOptions} $R0 "/REMOVEDATA" $R1
    ${If} ${Errors}
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(REMOVE_DATA)" /SD IDNO IDNO keep
    ${EndIf}
    RMDir /r "$Cache"
    RMDir /r "$Settings"
    keep:
  ${EndIf}
SectionEnd
