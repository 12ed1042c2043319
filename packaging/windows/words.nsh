; What the installer says. EXHIBITION is what Windows calls a .kiosk file.

!macro Say NAME ENGLISH RUSSIAN KOREAN ARABIC
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
  LangString ${NAME} ${LANG_RUSSIAN} "${RUSSIAN}"
  LangString ${NAME} ${LANG_KOREAN} "${KOREAN}"
  LangString ${NAME} ${LANG_ARABIC} "${ARABIC}"
!macroend

!insertmacro Say MENU \
  "Entry in the Start menu" \
  "Пункт в меню «Пуск»" \
  "시작 메뉴에 넣기" \
  "إضافة إلى قائمة ابدأ"
!insertmacro Say FILETYPE \
  "Open exhibitions by double click" \
  "Открывать выставки двойным щелчком" \
  "두 번 클릭하여 전시 열기" \
  "فتح المعارض بالنقر المزدوج"
!insertmacro Say AUTOSTART \
  "Start as a kiosk at sign-in" \
  "Запускать как киоск при входе" \
  "로그인할 때 키오스크로 시작" \
  "التشغيل ككشك عند تسجيل الدخول"
!insertmacro Say EXHIBITION \
  "Exhibition for Kiosk Gallery" \
  "Выставка для Kiosk Gallery" \
  "Kiosk Gallery 전시" \
  "معرض لبرنامج Kiosk Gallery"
!insertmacro Say ABOUT_PROGRAM \
  "The program, with a demonstration." \
  "Программа с демонстрационной выставкой." \
  "프로그램과 시연용 전시입니다." \
  "البرنامج مع معرض تجريبي."
!insertmacro Say ABOUT_MENU \
  "Shows the exhibition in a window." \
  "Показывает выставку в окне." \
  "전시를 창에 보여 줍니다." \
  "يعرض المعرض في نافذة."
!insertmacro Say ABOUT_FILETYPE \
  "Files that end with .kiosk." \
  "Файлы с расширением .kiosk." \
  "확장자가 .kiosk인 파일입니다." \
  "الملفات التي تنتهي بـ ‎.kiosk."
!insertmacro Say ABOUT_AUTOSTART \
  "Full screen, for visitors; only staff can leave it." \
  "Во весь экран, для посетителей; выйти могут только сотрудники." \
  "관람객을 위한 전체 화면입니다. 직원만 나갈 수 있습니다." \
  "ملء الشاشة للزوار؛ لا يخرج منه إلا الموظفون."
!insertmacro Say RUNNING \
  "Kiosk Gallery is running, or its files are in use. Quit it, then try again." \
  "Kiosk Gallery работает, или её файлы заняты. Завершите её и повторите." \
  "Kiosk Gallery가 실행 중이거나 파일이 사용 중입니다. 종료한 뒤 다시 시도하세요." \
  "برنامج Kiosk Gallery قيد التشغيل أو ملفاته مستخدمة. أنهِه ثم حاول مرة أخرى."
!insertmacro Say NOT_WRITTEN \
  "Not all files could be written. Make room on the disk, or choose another folder, then try again." \
  "Не все файлы удалось записать. Освободите место на диске или выберите другую папку и повторите." \
  "일부 파일을 쓸 수 없습니다. 디스크 공간을 확보하거나 다른 폴더를 선택한 뒤 다시 시도하세요." \
  "تعذرت كتابة بعض الملفات. وفّر مساحة على القرص أو اختر مجلدًا آخر ثم حاول مرة أخرى."
!insertmacro Say NO_RIGHTS \
  "To install for everybody, run this as an administrator." \
  "Чтобы установить для всех, запустите от имени администратора." \
  "모든 사용자용으로 설치하려면 관리자 권한으로 실행하세요." \
  "للتثبيت للجميع، شغّله بصفة مسؤول."
!insertmacro Say TOO_OLD \
  "Kiosk Gallery needs Windows 10 or newer." \
  "Для Kiosk Gallery нужна Windows 10 или новее." \
  "Kiosk Gallery에는 Windows 10 이상이 필요합니다." \
  "يحتاج Kiosk Gallery إلى Windows 10 أو أحدث."
!insertmacro Say REMOVE_DATA \
  "Remove settings, installed exhibitions, statistics and the log, too? They cannot be brought back." \
  "Удалить также настройки, установленные выставки, статистику и журнал? Вернуть их будет нельзя." \
  "설정, 설치한 전시, 통계, 기록도 삭제할까요? 되돌릴 수 없습니다." \
  "هل تُزال أيضًا الإعدادات والمعارض المثبتة والإحصاءات والسجل؟ لا يمكن استعادتها."
