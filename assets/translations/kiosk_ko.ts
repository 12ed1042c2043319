<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutButton</name>
    <message>
        <source>About the exhibition</source>
        <translation>전시 소개</translation>
    </message>
</context>
<context>
    <name>AboutCard</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>in the exhibition</comment>
        <translation>
            <numerusform>작품 %n점</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the works</source>
        <translation>작품으로 돌아가기</translation>
    </message>
</context>
<context>
    <name>BackSoon</name>
    <message>
        <source>Back soon</source>
        <translation>곧 다시 찾아뵙겠습니다</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%1, %n work(s)</source>
        <comment>theme chip</comment>
        <translation>
            <numerusform>%1, 작품&#xa0;%n점</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosedView</name>
    <message>
        <source>The gallery is closed now.</source>
        <translation>지금은 전시실 운영 시간이 아닙니다.</translation>
    </message>
</context>
<context>
    <name>CloserCaption</name>
    <message>
        <source>For scale: a hand %1 cm long</source>
        <translation>비교: 길이 %1 cm인&#xa0;손</translation>
    </message>
    <message>
        <source>For scale: a person %1 cm tall</source>
        <translation>비교: 키 %1 cm인&#xa0;사람</translation>
    </message>
    <message>
        <source>Life size: %1</source>
        <translation>실물 크기:&#xa0;%1</translation>
    </message>
    <message>
        <source>Life size: you see %1 of %2</source>
        <translation>실물 크기: 전체 %2 가운데&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>CloserControls</name>
    <message>
        <source>Larger</source>
        <translation>더 크게</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>더 작게</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>이미지 크기</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>이미지 전체</translation>
    </message>
    <message>
        <source>Back to the slideshow</source>
        <translation>슬라이드쇼로 돌아가기</translation>
    </message>
</context>
<context>
    <name>CloserMap</name>
    <message>
        <source>The work beside a person of %1 cm, and what you see of it</source>
        <translation>키 %1 cm인 사람 옆의 작품, 그리고 지금 보이는&#xa0;부분</translation>
    </message>
    <message>
        <source>The work beside a hand of %1 cm, and what you see of it</source>
        <translation>길이 %1 cm인 손 옆의 작품, 그리고 지금 보이는&#xa0;부분</translation>
    </message>
    <message>
        <source>Where you are in the picture</source>
        <translation>이미지에서 지금 보는&#xa0;곳</translation>
    </message>
</context>
<context>
    <name>CloserPanel</name>
    <message>
        <source>Choose a number in the picture, or go from one to the next.</source>
        <translation>이미지 속 번호를 고르거나 차례로 넘겨&#xa0;보세요.</translation>
    </message>
    <message>
        <source>Previous detail</source>
        <translation>이전 세부</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>detail of a picture</comment>
        <translation>%1 /&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s)</source>
        <comment>of a picture</comment>
        <translation>
            <numerusform>세부 %n곳</numerusform>
        </translation>
    </message>
    <message>
        <source>Next detail</source>
        <translation>다음 세부</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>세부 숨기기</translation>
    </message>
    <message>
        <source>Hide the label</source>
        <translation>설명 숨기기</translation>
    </message>
</context>
<context>
    <name>CloserPoint</name>
    <message>
        <source>Detail %1</source>
        <translation>세부 %1</translation>
    </message>
</context>
<context>
    <name>CloserScale</name>
    <message>
        <source>Scale: the bar stands for %1</source>
        <translation>축척: 막대 길이는&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>CloserTools</name>
    <message>
        <source>Hide the label</source>
        <translation>설명 숨기기</translation>
    </message>
    <message>
        <source>Show the label</source>
        <translation>설명 보기</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>세부 숨기기</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>세부 보기</translation>
    </message>
    <message>
        <source>Life size</source>
        <translation>실물 크기</translation>
    </message>
</context>
<context>
    <name>ComfortPanel</name>
    <message>
        <source>Reading and display</source>
        <translation>읽기와 화면</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>보통 글자</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>큰 글자</translation>
    </message>
    <message>
        <source>Largest text</source>
        <translation>가장 큰&#xa0;글자</translation>
    </message>
    <message>
        <source>A</source>
        <comment>a letter in the size of the text</comment>
        <translation>가</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>움직임 줄이기</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Previous work</source>
        <translation>이전 작품</translation>
    </message>
    <message>
        <source>Pause the slideshow</source>
        <translation>슬라이드쇼 일시&#xa0;정지</translation>
    </message>
    <message>
        <source>Play the slideshow</source>
        <translation>슬라이드쇼 재생</translation>
    </message>
    <message>
        <source>Next work</source>
        <translation>다음 작품</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>position in the slideshow</comment>
        <translation>%1 /&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 and %2 of %3</source>
        <comment>positions of two works beside each other</comment>
        <translation>%1번과 %2번 /&#xa0;%3</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>자세히 보기</translation>
    </message>
    <message>
        <source>All works at a glance</source>
        <translation>전체 작품 한눈에&#xa0;보기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Reading and display</source>
        <translation>읽기와 화면</translation>
    </message>
</context>
<context>
    <name>JumpStrip</name>
    <message>
        <source>Along the wall</source>
        <translation>벽을 따라</translation>
    </message>
</context>
<context>
    <name>KinRow</name>
    <message>
        <source>Look closer at %1</source>
        <translation>자세히 보기:&#xa0;%1</translation>
    </message>
    <message>
        <source>Same creator</source>
        <translation>같은 작가</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No work has these words.</source>
        <translation>이 말이 들어간 작품이 없습니다.</translation>
    </message>
    <message>
        <source>Take back the last letter</source>
        <translation>마지막 글자&#xa0;지우기</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>전체 작품</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message numerus="yes">
        <source>The gallery closes in %n minute(s).</source>
        <translation>
            <numerusform>전시실은 %n분 후에 문을 닫습니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>The gallery is closing now.</source>
        <translation>지금 전시실 문을 닫습니다.</translation>
    </message>
</context>
<context>
    <name>Own</name>
    <message>
        <source>Menu</source>
        <translation>메뉴</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Open an exhibition …</source>
        <translation>전시 열기&#xa0;…</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>최근에 연&#xa0;전시</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>전체 화면</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>전체 화면&#xa0;끝내기</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>파일 다시&#xa0;읽기</translation>
    </message>
    <message>
        <source>Check this exhibition</source>
        <translation>이 전시&#xa0;점검</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>첫걸음</translation>
    </message>
    <message>
        <source>About Kiosk Gallery</source>
        <translation>Kiosk Gallery&#xa0;정보</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>아직 연 전시가 없습니다.</translation>
    </message>
    <message>
        <source>The show fills this screen, also the next time.</source>
        <translation>전시가 이 화면을 가득 채우며, 다음에도 그렇습니다.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>상위 폴더</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>모든 위치</translation>
    </message>
    <message>
        <source>USB stick or drive</source>
        <translation>USB 메모리 또는&#xa0;드라이브</translation>
    </message>
    <message>
        <source>Beside the program</source>
        <translation>프로그램 옆</translation>
    </message>
    <message>
        <source>Your own files</source>
        <translation>내 파일</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>이 컴퓨터</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>전시</translation>
    </message>
    <message>
        <source>Exhibition in one file, %1</source>
        <translation>파일 하나로 된 전시,&#xa0;%1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>There is no exhibition in this folder, and no other folder.</source>
        <translation>이 폴더에는 전시도 다른 폴더도 없습니다.</translation>
    </message>
    <message>
        <source>This folder cannot be opened: %1.</source>
        <translation>이 폴더를 열 수 없습니다:&#xa0;%1.</translation>
    </message>
    <message>
        <source>And %1 more</source>
        <translation>외 %1개</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만요 …</translation>
    </message>
    <message>
        <source>Opening “%1” …</source>
        <translation>‘%1’ 여는 중&#xa0;…</translation>
    </message>
    <message>
        <source>Opening “%1” … %2 of %3</source>
        <translation>‘%1’ 여는 중 … %3개 중&#xa0;%2개</translation>
    </message>
    <message>
        <source>“%1” is shown now.</source>
        <translation>이제 ‘%1’ 전시를 보여&#xa0;줍니다.</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>‘%1’ 파일을 열 수&#xa0;없습니다</translation>
    </message>
    <message>
        <source>Show “%1” until the program ends?</source>
        <translation>프로그램이 끝날 때까지 ‘%1’ 전시를 보여&#xa0;줄까요?</translation>
    </message>
    <message>
        <source>Let go to open it.</source>
        <translation>놓으면 열립니다.</translation>
    </message>
    <message>
        <source>The files have been read. Problems: %1</source>
        <translation>파일을 읽었습니다. 문제:&#xa0;%1개</translation>
    </message>
    <message>
        <source>Checking: picture %1 of %2</source>
        <translation>점검 중: 이미지 %2개 중&#xa0;%1번째</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>작품</translation>
    </message>
    <message>
        <source>Pictures that can be shown</source>
        <translation>보여 줄 수 있는&#xa0;이미지</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>문제가 없습니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>It is shown from</source>
        <translation>보여 주는&#xa0;위치</translation>
    </message>
    <message>
        <source>What the program remembers</source>
        <translation>프로그램이 기억하는&#xa0;곳</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Pictures and labels on a touchscreen, without a network.</source>
        <translation>네트워크 없이 터치스크린에서 보는 이미지와&#xa0;설명.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>%2쪽 중&#xa0;%1쪽</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Your pictures, on a wall that answers</source>
        <translation>응답하는 벽에 걸린 당신의&#xa0;이미지</translation>
    </message>
    <message>
        <source>Kiosk Gallery shows an exhibition on a touchscreen. Visitors turn from work to work, choose themes, look closer and read the labels. What you see behind this guide is a demonstration.</source>
        <translation>Kiosk Gallery는 터치스크린에서 전시를 보여 줍니다. 관람객은 작품을 하나씩 넘기고, 주제를 고르고, 가까이 들여다보고, 설명을 읽습니다. 이 안내 뒤에 보이는 것은 시범 전시입니다.</translation>
    </message>
    <message>
        <source>Nothing of it needs a network, and nobody is watched.</source>
        <translation>네트워크가 필요 없으며, 아무도 지켜보지 않습니다.</translation>
    </message>
    <message>
        <source>Bring your list and your pictures</source>
        <translation>목록과 이미지를 가져오세요</translation>
    </message>
    <message>
        <source>A table with one line for each work, and a folder with the pictures: that is all. One command makes an exhibition of them.</source>
        <translation>작품마다 한 줄씩 적은 표와 이미지가 든 폴더, 이것이 전부입니다. 명령 하나면 전시가&#xa0;됩니다.</translation>
    </message>
    <message>
        <source>Then open its folder from the menu, or drop it on this window.</source>
        <translation>그런 다음 메뉴에서 그 폴더를 열거나 이 창에 끌어다 놓으세요.</translation>
    </message>
    <message>
        <source>Check it before anybody sees it</source>
        <translation>누가 보기 전에 점검하세요</translation>
    </message>
    <message>
        <source>“Check this exhibition” in the menu tells what is wrong, in which file and line, and what to do. A sheet with all labels and pictures is for whoever signs them off.</source>
        <translation>메뉴의 ‘이 전시 점검’은 무엇이 잘못되었는지, 어느 파일 몇째 줄인지, 어떻게 하면 되는지 알려 줍니다. 모든 설명과 이미지를 모은 시트는 승인하는 사람을 위한 것입니다.</translation>
    </message>
    <message>
        <source>While you mend the files, the show follows what you save.</source>
        <translation>파일을 고치는 동안 저장할 때마다 화면이 따라 바뀝니다.</translation>
    </message>
    <message>
        <source>Put it on the kiosk</source>
        <translation>키오스크에 올리세요</translation>
    </message>
    <message>
        <source>There it fills the screen, and nobody gets out of it. Opening hours and the size of the screen stand in the file config.yaml. Set a PIN, which lets you in.</source>
        <translation>키오스크에서는 전시가 화면을 가득 채우고 아무도 빠져나가지 못합니다. 개관 시간과 화면 크기는 config.yaml 파일에 적습니다. 들어갈 때 쓸 PIN을 정하세요.</translation>
    </message>
    <message>
        <source>Hold the top right corner for five seconds: that is the way to the staff panel.</source>
        <translation>오른쪽 위 모서리를 5초 동안 누르고 있으면 직원용 패널이 열립니다.</translation>
    </message>
    <message>
        <source>Every week after that</source>
        <translation>그다음에는 매주</translation>
    </message>
    <message>
        <source>Pack what has changed into one file, carry it to the kiosk on a stick and install it in the staff panel. What was shown before is kept, in case you want it back.</source>
        <translation>바뀐 내용을 파일 하나로 묶어 USB 메모리에 담아 키오스크로 가져가 직원용 패널에서 설치하세요. 이전 전시는 되돌릴 수 있도록 보관됩니다.</translation>
    </message>
    <message>
        <source>In the panel you also see how many have visited, and what they looked at longest.</source>
        <translation>패널에서는 몇 명이 다녀갔고 무엇을 가장 오래 보았는지도 볼 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Time until the next work</source>
        <translation>다음 작품까지 남은&#xa0;시간</translation>
    </message>
</context>
<context>
    <name>ReadingControls</name>
    <message>
        <source>Read aloud</source>
        <translation>소리 내어&#xa0;읽기</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>읽기 중지</translation>
    </message>
    <message>
        <source>Read this label</source>
        <translation>이 설명&#xa0;읽기</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>이어서 읽기</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>읽기 일시&#xa0;정지</translation>
    </message>
    <message>
        <source>Read again from the beginning</source>
        <translation>처음부터 다시&#xa0;읽기</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>소리 작게</translation>
    </message>
    <message>
        <source>Volume %1 of %2</source>
        <translation>음량 %2단계 중&#xa0;%1</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>소리 크게</translation>
    </message>
</context>
<context>
    <name>RehearsalBadge</name>
    <message>
        <source>Rehearsal</source>
        <translation>리허설</translation>
    </message>
</context>
<context>
    <name>ScrollCue</name>
    <message>
        <source>Back</source>
        <comment>scrolling</comment>
        <translation>이전</translation>
    </message>
    <message>
        <source>More</source>
        <comment>scrolling</comment>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Title, creator, date or subject</source>
        <translation>제목, 작가, 연도,&#xa0;주제</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>작품 %n점</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>검색어 지우기</translation>
    </message>
</context>
<context>
    <name>SortBar</name>
    <message>
        <source>Exhibition order</source>
        <comment>order of the works</comment>
        <translation>전시 순서</translation>
    </message>
    <message>
        <source>By date</source>
        <comment>order of the works</comment>
        <translation>연도순</translation>
    </message>
    <message>
        <source>By creator</source>
        <comment>order of the works</comment>
        <translation>작가순</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Staff</source>
        <translation>직원용</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>지우기</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>입력</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>PIN을 입력하세요.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>잠시만요 …</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>PIN이 맞지 않습니다.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait:</source>
        <translation>PIN을 너무 많이 틀렸습니다. 기다려&#xa0;주세요:</translation>
    </message>
    <message>
        <source>No PIN is set, so nobody can enter. Set one on this computer with the command</source>
        <translation>PIN이 설정되지 않아 들어갈 수 없습니다. 이 컴퓨터에서 다음 명령으로 설정하세요:</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>현재</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>문제</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>작품</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>콘텐츠</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>화면</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>전시</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>설치됨</translation>
    </message>
    <message>
        <source>Generation %1, made on %2</source>
        <translation>버전 %1, %2&#xa0;제작</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>폴더에서</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>화면에 표시&#xa0;중</translation>
    </message>
    <message>
        <source>The invitation</source>
        <translation>초대 화면</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>닫힘</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>야간</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>관람객</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>At a work</source>
        <translation>작품 앞</translation>
    </message>
    <message>
        <source>At the wall of works</source>
        <translation>작품 벽&#xa0;앞</translation>
    </message>
    <message>
        <source>Looking closer</source>
        <translation>자세히 보는&#xa0;중</translation>
    </message>
    <message>
        <source>Works on show</source>
        <translation>전시 중인&#xa0;작품</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 중&#xa0;%1</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>실행 시간</translation>
    </message>
    <message>
        <source>In step with</source>
        <translation>함께 보여 주는&#xa0;곳</translation>
    </message>
    <message>
        <source>%1, now alone</source>
        <translation>%1, 지금은&#xa0;단독</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1분</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1시간</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1일</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>측정하지 않음</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Prepared pictures</source>
        <translation>준비된 이미지</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>디스크 여유&#xa0;공간</translation>
    </message>
    <message>
        <source>Helpers that prepare pictures</source>
        <translation>이미지 준비&#xa0;프로세스</translation>
    </message>
    <message>
        <source>Frames while this page is open</source>
        <translation>이 페이지가 열린 동안의&#xa0;프레임</translation>
    </message>
    <message>
        <source>%1, of which %2 came late</source>
        <translation>%1, 그중 지연&#xa0;%2</translation>
    </message>
    <message>
        <source>Safe mode because</source>
        <translation>안전 모드인&#xa0;이유</translation>
    </message>
    <message>
        <source>The last exhibition that was shown well is shown, without motion.</source>
        <translation>문제없이 표시되었던 마지막 전시를 움직임 없이 보여&#xa0;줍니다.</translation>
    </message>
    <message>
        <source>Started again by itself</source>
        <translation>자동으로 다시 시작한&#xa0;횟수</translation>
    </message>
    <message>
        <source>%1 (last: %2). %3</source>
        <translation>%1회 (마지막: %2).&#xa0;%3</translation>
    </message>
    <message>
        <source>The program crashed</source>
        <translation>프로그램이 비정상적으로&#xa0;종료됨</translation>
    </message>
    <message>
        <source>The program hung</source>
        <translation>프로그램이 응답하지&#xa0;않음</translation>
    </message>
    <message>
        <source>Nothing could be drawn</source>
        <translation>화면을 그릴 수&#xa0;없음</translation>
    </message>
    <message>
        <source>The picture stood still</source>
        <translation>이미지가 바뀌지&#xa0;않음</translation>
    </message>
    <message>
        <source>The program ended</source>
        <translation>프로그램이 종료됨</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>문제가 없습니다.</translation>
    </message>
    <message>
        <source>Try failed pictures again</source>
        <translation>실패한 이미지 다시&#xa0;시도</translation>
    </message>
    <message>
        <source>Pictures that are tried again: %1</source>
        <translation>다시 시도하는 이미지:&#xa0;%1</translation>
    </message>
    <message>
        <source>Hide until tomorrow</source>
        <translation>내일까지 숨기기</translation>
    </message>
    <message>
        <source>Hide for good</source>
        <translation>계속 숨기기</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>다시 표시</translation>
    </message>
    <message>
        <source>Hidden until %1</source>
        <translation>%1까지 숨김</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>숨김</translation>
    </message>
    <message>
        <source>The work on the screen</source>
        <translation>화면의 작품</translation>
    </message>
    <message>
        <source>Hidden works</source>
        <translation>숨긴 작품</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>모든 작품</translation>
    </message>
    <message>
        <source>Hidden now: %1</source>
        <translation>숨김: %1</translation>
    </message>
    <message>
        <source>Shown again: %1</source>
        <translation>다시 표시:&#xa0;%1</translation>
    </message>
    <message>
        <source>Open an exhibition …</source>
        <translation>전시 열기&#xa0;…</translation>
    </message>
    <message>
        <source>Installed: %1, generation %2</source>
        <translation>설치됨: %1, 버전&#xa0;%2</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. “Log” tells what it was.</source>
        <translation>예기치 않은 오류가 발생했습니다. 자세한 내용은 ‘기록’에 있습니다.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>오류</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>경고</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>오늘</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>어제</translation>
    </message>
    <message>
        <source>%1 more times since</source>
        <translation>그 뒤로 %1번&#xa0;더</translation>
    </message>
    <message>
        <source>Resting for a day after two failures</source>
        <translation>두 번 실패하여 하루 쉬는&#xa0;이미지</translation>
    </message>
    <message>
        <source>Rests until %1</source>
        <translation>%1까지 쉼</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>And %1 more</source>
        <translation>그 밖에&#xa0;%1개</translation>
    </message>
    <message>
        <source>The last work cannot be hidden.</source>
        <translation>마지막 작품은 숨길 수 없습니다.</translation>
    </message>
    <message>
        <source>That could not be written down: the disk refuses.</source>
        <translation>저장하지 못했습니다: 디스크&#xa0;오류.</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>파일 다시&#xa0;읽기</translation>
    </message>
    <message>
        <source>The files have been read. Problems: %1</source>
        <translation>파일을 읽었습니다. 문제:&#xa0;%1</translation>
    </message>
    <message>
        <source>On USB sticks and in watched folders</source>
        <translation>USB 메모리와 지정한&#xa0;폴더</translation>
    </message>
    <message>
        <source>Nothing newer is there. Plug in a stick and wait a moment.</source>
        <translation>새로운 것이 없습니다. USB 메모리를 꽂고 잠시 기다리세요.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Install “%1”?</source>
        <translation>‘%1’을(를) 설치할까요?</translation>
    </message>
    <message>
        <source>Installing …</source>
        <translation>설치 중&#xa0;…</translation>
    </message>
    <message>
        <source>It is not shown: config.yaml names another exhibition.</source>
        <translation>표시되지 않습니다. config.yaml에 다른 전시가 지정되어 있습니다.</translation>
    </message>
    <message>
        <source>Bundles that cannot be installed</source>
        <translation>설치할 수 없는&#xa0;번들</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>지금 표시&#xa0;중</translation>
    </message>
    <message>
        <source>Show until the program ends</source>
        <translation>프로그램이 끝날 때까지&#xa0;표시</translation>
    </message>
    <message>
        <source>Signed with this kiosk’s key</source>
        <translation>이 키오스크의 키로&#xa0;서명됨</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>서명 없음</translation>
    </message>
    <message>
        <source>Signed with another key</source>
        <translation>다른 키로&#xa0;서명됨</translation>
    </message>
    <message>
        <source>Back to the exhibition before</source>
        <translation>이전 전시로&#xa0;돌아가기</translation>
    </message>
    <message>
        <source>Go back to the exhibition before this one?</source>
        <translation>이전 전시로 돌아갈까요?</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>통계</translation>
    </message>
    <message>
        <source>Visits are not counted on this computer.</source>
        <translation>이 컴퓨터에서는 방문을 세지 않습니다.</translation>
    </message>
    <message>
        <source>Visits in this window are not counted.</source>
        <translation>이 창에서는 방문을 세지 않습니다.</translation>
    </message>
    <message>
        <source>Visits in %1 days</source>
        <translation>%1일간 방문</translation>
    </message>
    <message>
        <source>Looking at works, for each visit</source>
        <translation>방문당 작품&#xa0;감상</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1초</translation>
    </message>
    <message>
        <source>Visits by day</source>
        <translation>일별 방문</translation>
    </message>
    <message>
        <source>Looked at longest</source>
        <translation>가장 오래 본&#xa0;작품</translation>
    </message>
    <message>
        <source>Language of this panel</source>
        <translation>이 패널의&#xa0;언어</translation>
    </message>
    <message>
        <source>Wall, until the program ends</source>
        <translation>벽, 프로그램이 끝날&#xa0;때까지</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>고대비</translation>
    </message>
    <message>
        <source>Black screen now</source>
        <translation>지금 검은&#xa0;화면</translation>
    </message>
    <message>
        <source>Until the next opening, or until staff enter here again.</source>
        <translation>다음 개관까지, 또는 직원이 다시 들어올&#xa0;때까지.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>다시 시작</translation>
    </message>
    <message>
        <source>Restart the program now?</source>
        <translation>지금 프로그램을 다시 시작할까요?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>Quit the program? The screen stays empty until somebody starts it.</source>
        <translation>프로그램을 종료할까요? 누군가 시작할 때까지 화면이 비어 있습니다.</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>모든 문제</translation>
    </message>
    <message>
        <source>After %1 and %2 failures</source>
        <translation>%1 뒤, 실패&#xa0;%2번</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>없음.</translation>
    </message>
    <message>
        <source>Kiosk Gallery %1 shows %2</source>
        <translation>Kiosk Gallery %1이(가) %2을(를) 보여&#xa0;줍니다</translation>
    </message>
    <message>
        <source>Shows what %1 says now</source>
        <translation>지금 %1에 적힌 대로 보여&#xa0;줍니다</translation>
    </message>
    <message>
        <source>Installed %1, generation %2</source>
        <translation>설치됨: %1,&#xa0;%2세대</translation>
    </message>
    <message>
        <source>Labels can be read aloud again</source>
        <translation>작품 설명을 다시 들을 수&#xa0;있습니다</translation>
    </message>
    <message>
        <source>Labels cannot be read aloud: the speech service has no voice. Install one, as espeak-ng.</source>
        <translation>작품 설명을 들을 수 없습니다. 음성 서비스에 목소리가 없습니다. espeak-ng 같은 것을 설치하십시오.</translation>
    </message>
    <message>
        <source>Labels cannot be read aloud for now: %1. The speech service is asked again later.</source>
        <translation>지금은 작품 설명을 들을 수 없습니다: %1. 나중에 음성 서비스에 다시 요청합니다.</translation>
    </message>
    <message>
        <source>Labels are not read aloud: the extra speech is not installed. %1</source>
        <translation>작품 설명을 읽어 주지 않습니다. speech 추가 구성이 설치되지 않았습니다.&#xa0;%1</translation>
    </message>
    <message>
        <source>The log cannot be written: %1. It is kept in memory.</source>
        <translation>기록을 저장할 수 없습니다: %1. 메모리에 보관합니다.</translation>
    </message>
    <message>
        <source>The log is written again, %1</source>
        <translation>기록이 다시 저장됩니다,&#xa0;%1</translation>
    </message>
    <message>
        <source>The last words of a process that prepares pictures: %1</source>
        <translation>이미지를 준비하는 프로세스의 마지막 메시지:&#xa0;%1</translation>
    </message>
    <message>
        <source>Wrong PINs are counted until the program ends: %1</source>
        <translation>잘못된 PIN은 프로그램이 끝날 때까지만 셉니다:&#xa0;%1</translation>
    </message>
    <message>
        <source>Unexpected error while bundles were looked for</source>
        <translation>묶음을 찾는 중 예기치 않은&#xa0;오류</translation>
    </message>
    <message>
        <source>Unexpected error while a bundle was installed</source>
        <translation>묶음을 설치하는 중 예기치 않은&#xa0;오류</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>예기치 않은&#xa0;오류</translation>
    </message>
    <message>
        <source>%1 is not a font that can be used. Save it as OpenType or TrueType (.otf, .ttf).</source>
        <translation>%1은(는) 쓸 수 없는 글꼴입니다. OpenType이나 TrueType(.otf, .ttf)으로 저장하십시오.</translation>
    </message>
    <message>
        <source>The disk or network drive of the exhibition answers again, %1</source>
        <translation>전시의 디스크나 네트워크 드라이브가 다시 응답합니다,&#xa0;%1</translation>
    </message>
    <message>
        <source>The pictures of the exhibition can be reached again, %1</source>
        <translation>전시의 이미지를 다시 읽을 수 있습니다,&#xa0;%1</translation>
    </message>
    <message>
        <source>Prepared pictures can be kept again, %1</source>
        <translation>준비된 이미지를 다시 저장합니다,&#xa0;%1</translation>
    </message>
    <message>
        <source>Shows on %1</source>
        <translation>%1에서 보여&#xa0;줍니다</translation>
    </message>
    <message>
        <source>%1. The show goes on, and follows when it is plugged in.</source>
        <translation>%1. 전시는 계속되며 다시 연결되면 따라갑니다.</translation>
    </message>
    <message>
        <source>The screen is kept lit by %1</source>
        <translation>%1이(가) 화면을 켜&#xa0;둡니다</translation>
    </message>
    <message>
        <source>The screen may go dark, since nobody keeps it lit (%1). %2</source>
        <translation>화면이 꺼질 수 있습니다. 켜 두는 것이 없습니다(%1).&#xa0;%2</translation>
    </message>
    <message>
        <source>The screen may go dark: Windows refuses to keep it lit. Switch off its power saving.</source>
        <translation>화면이 꺼질 수 있습니다. Windows가 켜 두기를 거부합니다. 절전 기능을 끄십시오.</translation>
    </message>
    <message>
        <source>A second start will not be noticed: %1: %2</source>
        <translation>두 번째 실행을 알아차리지 못합니다: %1:&#xa0;%2</translation>
    </message>
    <message>
        <source>Not listened to in full screen: %1. Unset them, or use a window: kiosk --windowed</source>
        <translation>전체 화면에서는 무시합니다: %1. 설정을 지우거나 창을 쓰십시오: kiosk --windowed</translation>
    </message>
    <message>
        <source>A listener for prepared pictures failed</source>
        <translation>준비된 이미지를 받는 중&#xa0;오류</translation>
    </message>
    <message>
        <source>The show was started again at %1 (%2)</source>
        <translation>%1에 전시 화면을 다시 시작했습니다(%2)</translation>
    </message>
    <message>
        <source>The screen cannot be drawn on: %1 Set display.renderer to software in config.yaml.</source>
        <translation>화면에 그릴 수 없습니다: %1 config.yaml에서 display.renderer를 software로 설정하십시오.</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>The picture of this work cannot be shown at the moment.</source>
        <translation>이 작품의 이미지는 현재 표시할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>StageSpots</name>
    <message>
        <source>%1. Beside it: %2</source>
        <comment>two works</comment>
        <translation>%1. 옆 작품:&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Read aloud</source>
        <translation>소리 내어&#xa0;읽기</translation>
    </message>
</context>
<context>
    <name>StillTherePanel</name>
    <message>
        <source>Still there?</source>
        <translation>아직 보고 계신가요?</translation>
    </message>
    <message>
        <source>Touch the screen anywhere to keep looking.</source>
        <translation>계속 보시려면 화면 아무 곳이나 터치해&#xa0;주세요.</translation>
    </message>
    <message>
        <source>Keep looking</source>
        <translation>계속 보기</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>처음으로</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Other letters: %1</source>
        <translation>다른 글자:&#xa0;%1</translation>
    </message>
    <message>
        <source>Double letters</source>
        <translation>쌍자음</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>띄어쓰기</translation>
    </message>
    <message>
        <source>Take back the last letter</source>
        <translation>마지막 글자&#xa0;지우기</translation>
    </message>
    <message>
        <source>Put the keyboard away</source>
        <translation>키보드 닫기</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Back to the slideshow</source>
        <translation>슬라이드쇼로 돌아가기</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Touch to explore</source>
        <translation>화면을 터치해&#xa0;보세요</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>전체 작품</translation>
    </message>
    <message>
        <source>Undated</source>
        <translation>연도 미상</translation>
    </message>
    <message>
        <source>%1 BC</source>
        <translation>기원전 %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>%1까지</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>%1부터</translation>
    </message>
</context>
</TS>
