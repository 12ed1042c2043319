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
