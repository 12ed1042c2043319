<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>AboutButton</name>
    <message>
        <source>About the exhibition</source>
        <translation>О&#xa0;выставке</translation>
    </message>
</context>
<context>
    <name>AboutCard</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>in the exhibition</comment>
        <translation>
            <numerusform>%n работа</numerusform>
            <numerusform>%n работы</numerusform>
            <numerusform>%n работ</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the works</source>
        <translation>Вернуться к&#xa0;работам</translation>
    </message>
</context>
<context>
    <name>BackSoon</name>
    <message>
        <source>Back soon</source>
        <translation>Скоро вернёмся</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%1, %n work(s)</source>
        <comment>theme chip</comment>
        <translation>
            <numerusform>%1, %n&#xa0;работа</numerusform>
            <numerusform>%1, %n&#xa0;работы</numerusform>
            <numerusform>%1, %n&#xa0;работ</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosedView</name>
    <message>
        <source>The gallery is closed now.</source>
        <translation>Сейчас выставка&#xa0;закрыта.</translation>
    </message>
</context>
<context>
    <name>CloserCaption</name>
    <message>
        <source>For scale: a hand %1 cm long</source>
        <translation>Для&#xa0;сравнения: ладонь длиной %1&#xa0;см</translation>
    </message>
    <message>
        <source>For scale: a person %1 cm tall</source>
        <translation>Для&#xa0;сравнения: человек ростом %1&#xa0;см</translation>
    </message>
    <message>
        <source>Life size: %1</source>
        <translation>В&#xa0;натуральную величину:&#xa0;%1</translation>
    </message>
    <message>
        <source>Life size: you see %1 of %2</source>
        <translation>В&#xa0;натуральную величину: видно %1 из&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>CloserControls</name>
    <message>
        <source>Larger</source>
        <translation>Крупнее</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Мельче</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>Размер изображения</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>Изображение целиком</translation>
    </message>
    <message>
        <source>Back to the slideshow</source>
        <translation>Вернуться к&#xa0;показу</translation>
    </message>
</context>
<context>
    <name>CloserMap</name>
    <message>
        <source>The work beside a person of %1 cm, and what you see of it</source>
        <translation>Работа рядом с&#xa0;человеком ростом %1 см&#xa0;и&#xa0;видимая её&#xa0;часть</translation>
    </message>
    <message>
        <source>The work beside a hand of %1 cm, and what you see of it</source>
        <translation>Работа рядом с&#xa0;ладонью длиной %1 см&#xa0;и&#xa0;видимая её&#xa0;часть</translation>
    </message>
    <message>
        <source>Where you are in the picture</source>
        <translation>Где вы&#xa0;на&#xa0;изображении</translation>
    </message>
</context>
<context>
    <name>CloserPanel</name>
    <message>
        <source>Choose a number in the picture, or go from one to the next.</source>
        <translation>Выберите номер на&#xa0;изображении или листайте по&#xa0;порядку.</translation>
    </message>
    <message>
        <source>Previous detail</source>
        <translation>Предыдущая деталь</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>detail of a picture</comment>
        <translation>%1 из&#xa0;%2</translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s)</source>
        <comment>of a picture</comment>
        <translation>
            <numerusform>%n деталь</numerusform>
            <numerusform>%n детали</numerusform>
            <numerusform>%n деталей</numerusform>
        </translation>
    </message>
    <message>
        <source>Next detail</source>
        <translation>Следующая деталь</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Скрыть детали</translation>
    </message>
    <message>
        <source>Hide the label</source>
        <translation>Скрыть этикетку</translation>
    </message>
</context>
<context>
    <name>CloserPoint</name>
    <message>
        <source>Detail %1</source>
        <translation>Деталь %1</translation>
    </message>
</context>
<context>
    <name>CloserScale</name>
    <message>
        <source>Scale: the bar stands for %1</source>
        <translation>Масштаб: отрезок соответствует&#xa0;%1</translation>
    </message>
</context>
<context>
    <name>CloserTools</name>
    <message>
        <source>Hide the label</source>
        <translation>Скрыть этикетку</translation>
    </message>
    <message>
        <source>Show the label</source>
        <translation>Показать этикетку</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>Скрыть детали</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>Показать детали</translation>
    </message>
    <message>
        <source>Life size</source>
        <translation>Натуральная величина</translation>
    </message>
</context>
<context>
    <name>ComfortPanel</name>
    <message>
        <source>Reading and display</source>
        <translation>Чтение и&#xa0;отображение</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>Обычный текст</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>Крупный текст</translation>
    </message>
    <message>
        <source>Largest text</source>
        <translation>Самый крупный&#xa0;текст</translation>
    </message>
    <message>
        <source>A</source>
        <comment>a letter in the size of the text</comment>
        <translation>А</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>Меньше движения</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Previous work</source>
        <translation>Предыдущая работа</translation>
    </message>
    <message>
        <source>Pause the slideshow</source>
        <translation>Приостановить показ</translation>
    </message>
    <message>
        <source>Play the slideshow</source>
        <translation>Продолжить показ</translation>
    </message>
    <message>
        <source>Next work</source>
        <translation>Следующая работа</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>position in the slideshow</comment>
        <translation>%1 из&#xa0;%2</translation>
    </message>
    <message>
        <source>%1 and %2 of %3</source>
        <comment>positions of two works beside each other</comment>
        <translation>%1 и&#xa0;%2 из&#xa0;%3</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Рассмотреть ближе</translation>
    </message>
    <message>
        <source>All works at a glance</source>
        <translation>Все работы&#xa0;сразу</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Reading and display</source>
        <translation>Чтение и&#xa0;отображение</translation>
    </message>
</context>
<context>
    <name>JumpStrip</name>
    <message>
        <source>Along the wall</source>
        <translation>Вдоль стены</translation>
    </message>
</context>
<context>
    <name>KinRow</name>
    <message>
        <source>Look closer at %1</source>
        <translation>Рассмотреть ближе:&#xa0;%1</translation>
    </message>
    <message>
        <source>Same creator</source>
        <translation>Тот&#xa0;же&#xa0;автор</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No work has these words.</source>
        <translation>Нет работ с&#xa0;такими&#xa0;словами.</translation>
    </message>
    <message>
        <source>Take back the last letter</source>
        <translation>Стереть последнюю&#xa0;букву</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>Все работы</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message numerus="yes">
        <source>The gallery closes in %n minute(s).</source>
        <translation>
            <numerusform>Выставка закроется через %n&#xa0;минуту.</numerusform>
            <numerusform>Выставка закроется через %n&#xa0;минуты.</numerusform>
            <numerusform>Выставка закроется через %n&#xa0;минут.</numerusform>
        </translation>
    </message>
    <message>
        <source>The gallery is closing now.</source>
        <translation>Выставка закрывается.</translation>
    </message>
</context>
<context>
    <name>Own</name>
    <message>
        <source>Menu</source>
        <translation>Меню</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Open an exhibition …</source>
        <translation>Открыть выставку&#xa0;…</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>Открывали раньше</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Во&#xa0;весь&#xa0;экран</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Выйти из&#xa0;полноэкранного режима</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>Прочитать файлы&#xa0;заново</translation>
    </message>
    <message>
        <source>Check this exhibition</source>
        <translation>Проверить эту&#xa0;выставку</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>Первые шаги</translation>
    </message>
    <message>
        <source>About Kiosk Gallery</source>
        <translation>О&#xa0;программе Kiosk&#xa0;Gallery</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>Пока ничего не&#xa0;открывали.</translation>
    </message>
    <message>
        <source>The show fills this screen, also the next time.</source>
        <translation>Выставка займёт этот экран целиком, в&#xa0;следующий раз&#xa0;тоже.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>На&#xa0;уровень&#xa0;выше</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>Все места</translation>
    </message>
    <message>
        <source>USB stick or drive</source>
        <translation>Флешка или&#xa0;диск</translation>
    </message>
    <message>
        <source>Beside the program</source>
        <translation>Рядом с&#xa0;программой</translation>
    </message>
    <message>
        <source>Your own files</source>
        <translation>Ваши файлы</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>Выставка</translation>
    </message>
    <message>
        <source>Exhibition in one file, %1</source>
        <translation>Выставка в&#xa0;одном файле,&#xa0;%1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Папка</translation>
    </message>
    <message>
        <source>There is no exhibition in this folder, and no other folder.</source>
        <translation>В&#xa0;этой папке нет ни&#xa0;выставки, ни&#xa0;других&#xa0;папок.</translation>
    </message>
    <message>
        <source>This folder cannot be opened: %1.</source>
        <translation>Эту папку нельзя открыть:&#xa0;%1.</translation>
    </message>
    <message>
        <source>And %1 more</source>
        <translation>И&#xa0;ещё&#xa0;%1</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Минуту …</translation>
    </message>
    <message>
        <source>Opening “%1” …</source>
        <translation>Открывается «%1»&#xa0;…</translation>
    </message>
    <message>
        <source>Opening “%1” … %2 of %3</source>
        <translation>Открывается «%1» … %2 из&#xa0;%3</translation>
    </message>
    <message>
        <source>“%1” is shown now.</source>
        <translation>Теперь показывается&#xa0;«%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>«%1» нельзя&#xa0;открыть</translation>
    </message>
    <message>
        <source>Show “%1” until the program ends?</source>
        <translation>Показывать «%1», пока программа не&#xa0;завершится?</translation>
    </message>
    <message>
        <source>Let go to open it.</source>
        <translation>Отпустите, чтобы&#xa0;открыть.</translation>
    </message>
    <message>
        <source>The files have been read. Problems: %1</source>
        <translation>Файлы прочитаны. Проблем:&#xa0;%1</translation>
    </message>
    <message>
        <source>Checking: picture %1 of %2</source>
        <translation>Проверка: изображение %1 из&#xa0;%2</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Pictures that can be shown</source>
        <translation>Изображения, которые можно&#xa0;показать</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>Всё в&#xa0;порядке.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>It is shown from</source>
        <translation>Показывается отсюда</translation>
    </message>
    <message>
        <source>What the program remembers</source>
        <translation>Что программа запоминает</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Pictures and labels on a touchscreen, without a network.</source>
        <translation>Изображения и&#xa0;этикетки на&#xa0;сенсорном экране, без&#xa0;сети.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Страница %1 из&#xa0;%2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Начать</translation>
    </message>
    <message>
        <source>Your pictures, on a wall that answers</source>
        <translation>Ваши изображения на&#xa0;стене, которая&#xa0;отвечает</translation>
    </message>
    <message>
        <source>Kiosk Gallery shows an exhibition on a touchscreen. Visitors turn from work to work, choose themes, look closer and read the labels. What you see behind this guide is a demonstration.</source>
        <translation>Kiosk Gallery показывает выставку на&#xa0;сенсорном экране. Посетители переходят от&#xa0;работы к&#xa0;работе, выбирают темы, рассматривают вблизи и&#xa0;читают этикетки. За&#xa0;этим руководством видна демонстрация.</translation>
    </message>
    <message>
        <source>Nothing of it needs a network, and nobody is watched.</source>
        <translation>Сеть для&#xa0;этого не&#xa0;нужна, и&#xa0;ни&#xa0;за&#xa0;кем не&#xa0;следят.</translation>
    </message>
    <message>
        <source>Bring your list and your pictures</source>
        <translation>Возьмите свой список и&#xa0;изображения</translation>
    </message>
    <message>
        <source>A table with one line for each work, and a folder with the pictures: that is all. One command makes an exhibition of them.</source>
        <translation>Таблица, в&#xa0;которой каждой работе отведена строка, и&#xa0;папка с&#xa0;изображениями&#xa0;— это всё. Одна команда делает из&#xa0;них выставку.</translation>
    </message>
    <message>
        <source>Then open its folder from the menu, or drop it on this window.</source>
        <translation>Затем откройте папку выставки из&#xa0;меню или перетащите её&#xa0;в&#xa0;это&#xa0;окно.</translation>
    </message>
    <message>
        <source>Check it before anybody sees it</source>
        <translation>Проверьте, пока никто не&#xa0;увидел</translation>
    </message>
    <message>
        <source>“Check this exhibition” in the menu tells what is wrong, in which file and line, and what to do. A sheet with all labels and pictures is for whoever signs them off.</source>
        <translation>Пункт меню «Проверить эту выставку» говорит, что не&#xa0;так, в&#xa0;каком файле и&#xa0;строке и&#xa0;что сделать. Лист со&#xa0;всеми этикетками и&#xa0;изображениями&#xa0;— для&#xa0;тех, кто их&#xa0;утверждает.</translation>
    </message>
    <message>
        <source>While you mend the files, the show follows what you save.</source>
        <translation>Пока вы&#xa0;правите файлы, показ следует за&#xa0;тем, что вы&#xa0;сохраняете.</translation>
    </message>
    <message>
        <source>Put it on the kiosk</source>
        <translation>Перенесите её&#xa0;на&#xa0;киоск</translation>
    </message>
    <message>
        <source>There it fills the screen, and nobody gets out of it. Opening hours and the size of the screen stand in the file config.yaml. Set a PIN, which lets you in.</source>
        <translation>Там она занимает весь экран, и&#xa0;выйти из&#xa0;неё нельзя. Часы работы и&#xa0;размер экрана записаны в&#xa0;файле config.yaml. Задайте PIN: с&#xa0;ним вы&#xa0;войдёте.</translation>
    </message>
    <message>
        <source>Hold the top right corner for five seconds: that is the way to the staff panel.</source>
        <translation>Держите палец в&#xa0;правом верхнем углу пять секунд: так открывается панель сотрудников.</translation>
    </message>
    <message>
        <source>Every week after that</source>
        <translation>А&#xa0;потом каждую&#xa0;неделю</translation>
    </message>
    <message>
        <source>Pack what has changed into one file, carry it to the kiosk on a stick and install it in the staff panel. What was shown before is kept, in case you want it back.</source>
        <translation>Упакуйте изменённое в&#xa0;один файл, принесите его к&#xa0;киоску на&#xa0;флешке и&#xa0;установите в&#xa0;панели сотрудников. Прежняя выставка сохраняется, если захочется её&#xa0;вернуть.</translation>
    </message>
    <message>
        <source>In the panel you also see how many have visited, and what they looked at longest.</source>
        <translation>В&#xa0;панели видно и&#xa0;то, сколько было посетителей и&#xa0;на&#xa0;что они смотрели дольше&#xa0;всего.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Time until the next work</source>
        <translation>Время до&#xa0;следующей&#xa0;работы</translation>
    </message>
</context>
<context>
    <name>ReadingControls</name>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>Остановить чтение</translation>
    </message>
    <message>
        <source>Read this label</source>
        <translation>Прочитать эту&#xa0;этикетку</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>Читать дальше</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>Приостановить чтение</translation>
    </message>
    <message>
        <source>Read again from the beginning</source>
        <translation>Прочитать сначала</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>Тише</translation>
    </message>
    <message>
        <source>Volume %1 of %2</source>
        <translation>Громкость %1 из&#xa0;%2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>Громче</translation>
    </message>
</context>
<context>
    <name>RehearsalBadge</name>
    <message>
        <source>Rehearsal</source>
        <translation>Репетиция</translation>
    </message>
</context>
<context>
    <name>ScrollCue</name>
    <message>
        <source>Back</source>
        <comment>scrolling</comment>
        <translation>Назад</translation>
    </message>
    <message>
        <source>More</source>
        <comment>scrolling</comment>
        <translation>Дальше</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Title, creator, date or subject</source>
        <translation>Название, автор, дата или&#xa0;тема</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>%n работа</numerusform>
            <numerusform>%n работы</numerusform>
            <numerusform>%n работ</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
</context>
<context>
    <name>SortBar</name>
    <message>
        <source>Exhibition order</source>
        <comment>order of the works</comment>
        <translation>Порядок выставки</translation>
    </message>
    <message>
        <source>By date</source>
        <comment>order of the works</comment>
        <translation>По&#xa0;дате</translation>
    </message>
    <message>
        <source>By creator</source>
        <comment>order of the works</comment>
        <translation>По&#xa0;автору</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Staff</source>
        <translation>Для&#xa0;сотрудников</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Ввести</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>Введите PIN-код.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Минуту …</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>PIN-код неверный.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait:</source>
        <translation>Слишком много неверных PIN-кодов. Подождите:</translation>
    </message>
    <message>
        <source>No PIN is set, so nobody can enter. Set one on this computer with the command</source>
        <translation>PIN-код не&#xa0;задан, поэтому войти нельзя. Задайте его на&#xa0;этом компьютере&#xa0;командой</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Проблемы</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Работы</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>Содержание</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>Выставка</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>Установлено</translation>
    </message>
    <message>
        <source>Generation %1, made on %2</source>
        <translation>Выпуск %1 от&#xa0;%2</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>Из&#xa0;папки</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>На&#xa0;экране</translation>
    </message>
    <message>
        <source>The invitation</source>
        <translation>Приглашение</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Закрыто</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>Ночь</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>Посетитель</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никого нет</translation>
    </message>
    <message>
        <source>At a work</source>
        <translation>У&#xa0;работы</translation>
    </message>
    <message>
        <source>At the wall of works</source>
        <translation>У&#xa0;стены с&#xa0;работами</translation>
    </message>
    <message>
        <source>Looking closer</source>
        <translation>Рассматривает вблизи</translation>
    </message>
    <message>
        <source>Works on show</source>
        <translation>Показываемые работы</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из&#xa0;%2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>Работает</translation>
    </message>
    <message>
        <source>In step with</source>
        <translation>Показывает вместе&#xa0;с</translation>
    </message>
    <message>
        <source>%1, now alone</source>
        <translation>%1, сейчас&#xa0;отдельно</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 мин</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ч</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 дн.</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>Не&#xa0;измеряется</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Prepared pictures</source>
        <translation>Подготовленные изображения</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>Свободно на&#xa0;диске</translation>
    </message>
    <message>
        <source>Helpers that prepare pictures</source>
        <translation>Процессы подготовки изображений</translation>
    </message>
    <message>
        <source>Frames while this page is open</source>
        <translation>Кадры, пока открыта эта&#xa0;страница</translation>
    </message>
    <message>
        <source>%1, of which %2 came late</source>
        <translation>%1, из&#xa0;них с&#xa0;опозданием:&#xa0;%2</translation>
    </message>
    <message>
        <source>Safe mode because</source>
        <translation>Безопасный режим,&#xa0;причина</translation>
    </message>
    <message>
        <source>The last exhibition that was shown well is shown, without motion.</source>
        <translation>Без&#xa0;движения показана последняя выставка, которая работала без&#xa0;сбоев.</translation>
    </message>
    <message>
        <source>Started again by itself</source>
        <translation>Перезапусков без&#xa0;участия&#xa0;людей</translation>
    </message>
    <message>
        <source>%1 (last: %2). %3</source>
        <translation>%1 (последний раз: %2).&#xa0;%3</translation>
    </message>
    <message>
        <source>The program crashed</source>
        <translation>Программа аварийно завершилась</translation>
    </message>
    <message>
        <source>The program hung</source>
        <translation>Программа зависла</translation>
    </message>
    <message>
        <source>Nothing could be drawn</source>
        <translation>Не&#xa0;удавалось вывести изображение</translation>
    </message>
    <message>
        <source>The picture stood still</source>
        <translation>Изображение не&#xa0;сменялось</translation>
    </message>
    <message>
        <source>The program ended</source>
        <translation>Программа завершилась</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>Проблем нет.</translation>
    </message>
    <message>
        <source>Try failed pictures again</source>
        <translation>Повторить неудавшиеся изображения</translation>
    </message>
    <message>
        <source>Pictures that are tried again: %1</source>
        <translation>Повторяется изображений:&#xa0;%1</translation>
    </message>
    <message>
        <source>Hide until tomorrow</source>
        <translation>Скрыть до&#xa0;завтра</translation>
    </message>
    <message>
        <source>Hide for good</source>
        <translation>Скрыть насовсем</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>Показать снова</translation>
    </message>
    <message>
        <source>Hidden until %1</source>
        <translation>Скрыто до&#xa0;%1</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Скрыто</translation>
    </message>
    <message>
        <source>The work on the screen</source>
        <translation>Работа на&#xa0;экране</translation>
    </message>
    <message>
        <source>Hidden works</source>
        <translation>Скрытые работы</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>Все работы</translation>
    </message>
    <message>
        <source>Hidden now: %1</source>
        <translation>Скрыто: %1</translation>
    </message>
    <message>
        <source>Shown again: %1</source>
        <translation>Снова показывается:&#xa0;%1</translation>
    </message>
    <message>
        <source>Open an exhibition …</source>
        <translation>Открыть выставку&#xa0;…</translation>
    </message>
    <message>
        <source>Installed: %1, generation %2</source>
        <translation>Установлено: %1, выпуск&#xa0;%2</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. “Log” tells what it was.</source>
        <translation>Произошла непредвиденная ошибка. Подробности&#xa0;— на&#xa0;странице «Журнал».</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Журнал</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>%1 more times since</source>
        <translation>повторов с&#xa0;тех пор:&#xa0;%1</translation>
    </message>
    <message>
        <source>Resting for a day after two failures</source>
        <translation>Отложены на&#xa0;сутки после двух&#xa0;неудач</translation>
    </message>
    <message>
        <source>Rests until %1</source>
        <translation>Отложено до&#xa0;%1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Попробовать снова</translation>
    </message>
    <message>
        <source>And %1 more</source>
        <translation>И&#xa0;ещё&#xa0;%1</translation>
    </message>
    <message>
        <source>The last work cannot be hidden.</source>
        <translation>Последнюю работу скрыть&#xa0;нельзя.</translation>
    </message>
    <message>
        <source>That could not be written down: the disk refuses.</source>
        <translation>Не&#xa0;удалось записать: диск отказывает.</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>Прочитать файлы&#xa0;заново</translation>
    </message>
    <message>
        <source>The files have been read. Problems: %1</source>
        <translation>Файлы прочитаны. Проблем:&#xa0;%1</translation>
    </message>
    <message>
        <source>On USB sticks and in watched folders</source>
        <translation>На&#xa0;USB-накопителях и&#xa0;в&#xa0;папках, за&#xa0;которыми следит программа</translation>
    </message>
    <message>
        <source>Nothing newer is there. Plug in a stick and wait a moment.</source>
        <translation>Ничего новее нет. Вставьте накопитель и&#xa0;немного подождите.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>Установить</translation>
    </message>
    <message>
        <source>Install “%1”?</source>
        <translation>Установить «%1»?</translation>
    </message>
    <message>
        <source>Installing …</source>
        <translation>Устанавливается …</translation>
    </message>
    <message>
        <source>It is not shown: config.yaml names another exhibition.</source>
        <translation>Она не&#xa0;показывается: в&#xa0;config.yaml указана другая выставка.</translation>
    </message>
    <message>
        <source>Bundles that cannot be installed</source>
        <translation>Пакеты, которые нельзя установить</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>Показывается сейчас</translation>
    </message>
    <message>
        <source>Show until the program ends</source>
        <translation>Показывать до&#xa0;завершения программы</translation>
    </message>
    <message>
        <source>Signed with this kiosk’s key</source>
        <translation>Подписано ключом этого&#xa0;киоска</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>Не&#xa0;подписано</translation>
    </message>
    <message>
        <source>Signed with another key</source>
        <translation>Подписано другим&#xa0;ключом</translation>
    </message>
    <message>
        <source>Back to the exhibition before</source>
        <translation>Вернуться к&#xa0;прежней&#xa0;выставке</translation>
    </message>
    <message>
        <source>Go back to the exhibition before this one?</source>
        <translation>Вернуться к&#xa0;прежней выставке?</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Статистика</translation>
    </message>
    <message>
        <source>Visits are not counted on this computer.</source>
        <translation>На&#xa0;этом компьютере посещения не&#xa0;подсчитываются.</translation>
    </message>
    <message>
        <source>Visits in this window are not counted.</source>
        <translation>Посещения в&#xa0;этом окне не&#xa0;подсчитываются.</translation>
    </message>
    <message>
        <source>Visits in %1 days</source>
        <translation>Посещений за&#xa0;%1&#xa0;дн.</translation>
    </message>
    <message>
        <source>Looking at works, for each visit</source>
        <translation>Просмотр работ за&#xa0;посещение</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message>
        <source>Visits by day</source>
        <translation>Посещения по&#xa0;дням</translation>
    </message>
    <message>
        <source>Looked at longest</source>
        <translation>Дольше всего рассматривали</translation>
    </message>
    <message>
        <source>Language of this panel</source>
        <translation>Язык этой&#xa0;панели</translation>
    </message>
    <message>
        <source>Wall, until the program ends</source>
        <translation>Стена, до&#xa0;завершения программы</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокий контраст</translation>
    </message>
    <message>
        <source>Black screen now</source>
        <translation>Погасить экран</translation>
    </message>
    <message>
        <source>Until the next opening, or until staff enter here again.</source>
        <translation>До&#xa0;следующего открытия или пока сотрудники не&#xa0;войдут сюда&#xa0;снова.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Перезапустить</translation>
    </message>
    <message>
        <source>Restart the program now?</source>
        <translation>Перезапустить программу&#xa0;сейчас?</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Завершить</translation>
    </message>
    <message>
        <source>Quit the program? The screen stays empty until somebody starts it.</source>
        <translation>Завершить программу? Экран останется пустым, пока её&#xa0;не&#xa0;запустят.</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>Все проблемы</translation>
    </message>
    <message>
        <source>After %1 and %2 failures</source>
        <translation>через %1, неудач:&#xa0;%2</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Ничего.</translation>
    </message>
    <message>
        <source>Kiosk Gallery %1 shows %2</source>
        <translation>Kiosk Gallery %1 показывает&#xa0;%2</translation>
    </message>
    <message>
        <source>Shows what %1 says now</source>
        <translation>Показывается то, что теперь записано в&#xa0;%1</translation>
    </message>
    <message>
        <source>Installed %1, generation %2</source>
        <translation>Установлено: %1, выпуск&#xa0;%2</translation>
    </message>
    <message>
        <source>Labels can be read aloud again</source>
        <translation>Этикетки снова можно прослушать</translation>
    </message>
    <message>
        <source>Labels cannot be read aloud: the speech service has no voice. Install one, as espeak-ng.</source>
        <translation>Этикетки нельзя прослушать: у&#xa0;службы речи нет голоса. Установите его, например espeak-ng.</translation>
    </message>
    <message>
        <source>Labels cannot be read aloud for now: %1. The speech service is asked again later.</source>
        <translation>Этикетки пока нельзя прослушать: %1. Позже служба речи будет опрошена&#xa0;снова.</translation>
    </message>
    <message>
        <source>Labels are not read aloud: the extra speech is not installed. %1</source>
        <translation>Этикетки не&#xa0;читаются вслух: дополнение speech не&#xa0;установлено.&#xa0;%1</translation>
    </message>
    <message>
        <source>The log cannot be written: %1. It is kept in memory.</source>
        <translation>Журнал не&#xa0;записывается: %1. Он&#xa0;хранится в&#xa0;памяти.</translation>
    </message>
    <message>
        <source>The log is written again, %1</source>
        <translation>Журнал снова записывается,&#xa0;%1</translation>
    </message>
    <message>
        <source>The last words of a process that prepares pictures: %1</source>
        <translation>Последнее сообщение процесса, который готовит изображения:&#xa0;%1</translation>
    </message>
    <message>
        <source>Wrong PINs are counted until the program ends: %1</source>
        <translation>Неверные PIN-коды считаются, пока программа работает:&#xa0;%1</translation>
    </message>
    <message>
        <source>Unexpected error while bundles were looked for</source>
        <translation>Непредвиденная ошибка при&#xa0;поиске&#xa0;пакетов</translation>
    </message>
    <message>
        <source>Unexpected error while a bundle was installed</source>
        <translation>Непредвиденная ошибка при&#xa0;установке&#xa0;пакета</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>Непредвиденная ошибка</translation>
    </message>
    <message>
        <source>%1 is not a font that can be used. Save it as OpenType or TrueType (.otf, .ttf).</source>
        <translation>%1&#xa0;— шрифт, который нельзя использовать. Сохраните его как OpenType или TrueType (.otf,&#xa0;.ttf).</translation>
    </message>
    <message>
        <source>The disk or network drive of the exhibition answers again, %1</source>
        <translation>Диск или сетевой диск выставки снова отвечает,&#xa0;%1</translation>
    </message>
    <message>
        <source>The pictures of the exhibition can be reached again, %1</source>
        <translation>Изображения выставки снова доступны,&#xa0;%1</translation>
    </message>
    <message>
        <source>Prepared pictures can be kept again, %1</source>
        <translation>Готовые изображения снова сохраняются,&#xa0;%1</translation>
    </message>
    <message>
        <source>Shows on %1</source>
        <translation>Показ на&#xa0;экране&#xa0;%1</translation>
    </message>
    <message>
        <source>%1. The show goes on, and follows when it is plugged in.</source>
        <translation>%1. Показ продолжается и&#xa0;последует за&#xa0;экраном, когда он&#xa0;будет подключён.</translation>
    </message>
    <message>
        <source>The screen is kept lit by %1</source>
        <translation>Экран не&#xa0;гаснет благодаря&#xa0;%1</translation>
    </message>
    <message>
        <source>The screen may go dark, since nobody keeps it lit (%1). %2</source>
        <translation>Экран может погаснуть: ничто не&#xa0;держит его включённым (%1).&#xa0;%2</translation>
    </message>
    <message>
        <source>The screen may go dark: Windows refuses to keep it lit. Switch off its power saving.</source>
        <translation>Экран может погаснуть: Windows не&#xa0;держит его включённым. Отключите энергосбережение.</translation>
    </message>
    <message>
        <source>A second start will not be noticed: %1: %2</source>
        <translation>Повторный запуск не&#xa0;будет замечен: %1:&#xa0;%2</translation>
    </message>
    <message>
        <source>Not listened to in full screen: %1. Unset them, or use a window: kiosk --windowed</source>
        <translation>В&#xa0;полноэкранном режиме не&#xa0;учитываются: %1. Уберите их&#xa0;или откройте окно: kiosk --windowed</translation>
    </message>
    <message>
        <source>A listener for prepared pictures failed</source>
        <translation>Ошибка при&#xa0;приёме готовых изображений</translation>
    </message>
    <message>
        <source>The show was started again at %1 (%2)</source>
        <translation>Показ перезапущен в&#xa0;%1&#xa0;(%2)</translation>
    </message>
    <message>
        <source>The screen cannot be drawn on: %1 Set display.renderer to software in config.yaml.</source>
        <translation>На&#xa0;экран нельзя вывести изображение: %1 Укажите display.renderer: software в&#xa0;config.yaml.</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>The picture of this work cannot be shown at the moment.</source>
        <translation>Изображение этой работы сейчас недоступно.</translation>
    </message>
</context>
<context>
    <name>StageSpots</name>
    <message>
        <source>%1. Beside it: %2</source>
        <comment>two works</comment>
        <translation>%1. Рядом:&#xa0;%2</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
</context>
<context>
    <name>StillTherePanel</name>
    <message>
        <source>Still there?</source>
        <translation>Вы&#xa0;ещё&#xa0;здесь?</translation>
    </message>
    <message>
        <source>Touch the screen anywhere to keep looking.</source>
        <translation>Чтобы продолжить, коснитесь экрана в&#xa0;любом&#xa0;месте.</translation>
    </message>
    <message>
        <source>Keep looking</source>
        <translation>Смотреть дальше</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>Начать сначала</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Other letters: %1</source>
        <translation>Другие буквы:&#xa0;%1</translation>
    </message>
    <message>
        <source>Double letters</source>
        <translation>Двойные согласные</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Take back the last letter</source>
        <translation>Стереть последнюю&#xa0;букву</translation>
    </message>
    <message>
        <source>Put the keyboard away</source>
        <translation>Убрать клавиатуру</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Back to the slideshow</source>
        <translation>Вернуться к&#xa0;показу</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Touch to explore</source>
        <translation>Коснитесь, чтобы&#xa0;начать</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>Все работы</translation>
    </message>
    <message>
        <source>Undated</source>
        <translation>Без&#xa0;даты</translation>
    </message>
    <message>
        <source>%1 BC</source>
        <translation>%1 до&#xa0;н.&#xa0;э.</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>До&#xa0;%1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>С&#xa0;%1</translation>
    </message>
</context>
</TS>
