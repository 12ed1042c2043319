<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AboutButton</name>
    <message>
        <source>About the exhibition</source>
        <translation>عن المعرض</translation>
    </message>
</context>
<context>
    <name>AboutCard</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>in the exhibition</comment>
        <translation>
            <numerusform>%n عمل</numerusform>
            <numerusform>عمل واحد</numerusform>
            <numerusform>عملان</numerusform>
            <numerusform>%n أعمال</numerusform>
            <numerusform>%n عملًا</numerusform>
            <numerusform>%n عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>Back to the works</source>
        <translation>العودة إلى الأعمال</translation>
    </message>
</context>
<context>
    <name>BackSoon</name>
    <message>
        <source>Back soon</source>
        <translation>نعود قريبًا</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%1, %n work(s)</source>
        <comment>theme chip</comment>
        <translation>
            <numerusform>%1، %n عمل</numerusform>
            <numerusform>%1، عمل واحد</numerusform>
            <numerusform>%1، عملان</numerusform>
            <numerusform>%1، %n أعمال</numerusform>
            <numerusform>%1، %n عملًا</numerusform>
            <numerusform>%1، %n عمل</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosedView</name>
    <message>
        <source>The gallery is closed now.</source>
        <translation>المعرض مغلق الآن.</translation>
    </message>
</context>
<context>
    <name>CloserCaption</name>
    <message>
        <source>For scale: a hand %1 cm long</source>
        <translation>للمقارنة: يد طولها %1 سم</translation>
    </message>
    <message>
        <source>For scale: a person %1 cm tall</source>
        <translation>للمقارنة: شخص طوله %1 سم</translation>
    </message>
    <message>
        <source>Life size: %1</source>
        <translation>بالحجم الطبيعي: %1</translation>
    </message>
    <message>
        <source>Life size: you see %1 of %2</source>
        <translation>بالحجم الطبيعي: ترون %1 من %2</translation>
    </message>
</context>
<context>
    <name>CloserControls</name>
    <message>
        <source>Larger</source>
        <translation>أكبر</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>أصغر</translation>
    </message>
    <message>
        <source>Size of the picture</source>
        <translation>حجم الصورة</translation>
    </message>
    <message>
        <source>The whole picture</source>
        <translation>الصورة كاملة</translation>
    </message>
    <message>
        <source>Back to the slideshow</source>
        <translation>العودة إلى العرض</translation>
    </message>
</context>
<context>
    <name>CloserMap</name>
    <message>
        <source>The work beside a person of %1 cm, and what you see of it</source>
        <translation>العمل بجانب شخص طوله %1 سم، وما ترونه منه</translation>
    </message>
    <message>
        <source>The work beside a hand of %1 cm, and what you see of it</source>
        <translation>العمل بجانب يد طولها %1 سم، وما ترونه منه</translation>
    </message>
    <message>
        <source>Where you are in the picture</source>
        <translation>موضعكم في الصورة</translation>
    </message>
</context>
<context>
    <name>CloserPanel</name>
    <message>
        <source>Choose a number in the picture, or go from one to the next.</source>
        <translation>اختاروا رقمًا في الصورة، أو انتقلوا من رقم إلى التالي.</translation>
    </message>
    <message>
        <source>Previous detail</source>
        <translation>التفصيل السابق</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>detail of a picture</comment>
        <translation>%1 من %2</translation>
    </message>
    <message numerus="yes">
        <source>%n detail(s)</source>
        <comment>of a picture</comment>
        <translation>
            <numerusform>%n تفصيل</numerusform>
            <numerusform>تفصيل واحد</numerusform>
            <numerusform>تفصيلان</numerusform>
            <numerusform>%n تفاصيل</numerusform>
            <numerusform>%n تفصيلًا</numerusform>
            <numerusform>%n تفصيل</numerusform>
        </translation>
    </message>
    <message>
        <source>Next detail</source>
        <translation>التفصيل التالي</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>إخفاء التفاصيل</translation>
    </message>
    <message>
        <source>Hide the label</source>
        <translation>إخفاء البطاقة</translation>
    </message>
</context>
<context>
    <name>CloserPoint</name>
    <message>
        <source>Detail %1</source>
        <translation>التفصيل %1</translation>
    </message>
</context>
<context>
    <name>CloserScale</name>
    <message>
        <source>Scale: the bar stands for %1</source>
        <translation>مقياس الرسم: الخط يمثّل %1</translation>
    </message>
</context>
<context>
    <name>CloserTools</name>
    <message>
        <source>Hide the label</source>
        <translation>إخفاء البطاقة</translation>
    </message>
    <message>
        <source>Show the label</source>
        <translation>إظهار البطاقة</translation>
    </message>
    <message>
        <source>Hide the details</source>
        <translation>إخفاء التفاصيل</translation>
    </message>
    <message>
        <source>Show the details</source>
        <translation>إظهار التفاصيل</translation>
    </message>
    <message>
        <source>Life size</source>
        <translation>الحجم الطبيعي</translation>
    </message>
</context>
<context>
    <name>ComfortPanel</name>
    <message>
        <source>Reading and display</source>
        <translation>القراءة والعرض</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>نص عادي</translation>
    </message>
    <message>
        <source>Large text</source>
        <translation>نص كبير</translation>
    </message>
    <message>
        <source>Largest text</source>
        <translation>أكبر نص</translation>
    </message>
    <message>
        <source>A</source>
        <comment>a letter in the size of the text</comment>
        <translation>أ</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Less motion</source>
        <translation>حركة أقل</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Previous work</source>
        <translation>العمل السابق</translation>
    </message>
    <message>
        <source>Pause the slideshow</source>
        <translation>إيقاف العرض مؤقتًا</translation>
    </message>
    <message>
        <source>Play the slideshow</source>
        <translation>متابعة العرض</translation>
    </message>
    <message>
        <source>Next work</source>
        <translation>العمل التالي</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>position in the slideshow</comment>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>%1 and %2 of %3</source>
        <comment>positions of two works beside each other</comment>
        <translation>%1 و%2 من %3</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>نظرة عن قرب</translation>
    </message>
    <message>
        <source>All works at a glance</source>
        <translation>كل الأعمال في لمحة</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Reading and display</source>
        <translation>القراءة والعرض</translation>
    </message>
</context>
<context>
    <name>JumpStrip</name>
    <message>
        <source>Along the wall</source>
        <translation>على طول الجدار</translation>
    </message>
</context>
<context>
    <name>KinRow</name>
    <message>
        <source>Look closer at %1</source>
        <translation>نظرة عن قرب: %1</translation>
    </message>
    <message>
        <source>Same creator</source>
        <translation>الفنان نفسه</translation>
    </message>
</context>
<context>
    <name>LanguagePanel</name>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>No work has these words.</source>
        <translation>لا يوجد عمل بهذه الكلمات.</translation>
    </message>
    <message>
        <source>Take back the last letter</source>
        <translation>حذف الحرف الأخير</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>كل الأعمال</translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message numerus="yes">
        <source>The gallery closes in %n minute(s).</source>
        <translation>
            <numerusform>يُغلق المعرض خلال %n&#xa0;دقيقة.</numerusform>
            <numerusform>يُغلق المعرض خلال دقيقة واحدة.</numerusform>
            <numerusform>يُغلق المعرض خلال دقيقتين.</numerusform>
            <numerusform>يُغلق المعرض خلال %n&#xa0;دقائق.</numerusform>
            <numerusform>يُغلق المعرض خلال %n&#xa0;دقيقة.</numerusform>
            <numerusform>يُغلق المعرض خلال %n&#xa0;دقيقة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The gallery is closing now.</source>
        <translation>يُغلق المعرض الآن.</translation>
    </message>
</context>
<context>
    <name>Own</name>
    <message>
        <source>Menu</source>
        <translation>القائمة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Open an exhibition …</source>
        <translation>فتح معرض …</translation>
    </message>
    <message>
        <source>Opened before</source>
        <translation>فُتحت من قبل</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>ملء الشاشة</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>الخروج من ملء الشاشة</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>إعادة قراءة الملفات</translation>
    </message>
    <message>
        <source>Check this exhibition</source>
        <translation>فحص هذا المعرض</translation>
    </message>
    <message>
        <source>First steps</source>
        <translation>الخطوات الأولى</translation>
    </message>
    <message>
        <source>About Kiosk Gallery</source>
        <translation>حول Kiosk Gallery</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>لم يُفتح شيء بعد.</translation>
    </message>
    <message>
        <source>The show fills this screen, also the next time.</source>
        <translation>يملأ المعرض هذه الشاشة، وفي المرة القادمة أيضًا.</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>All places</source>
        <translation>كل الأماكن</translation>
    </message>
    <message>
        <source>USB stick or drive</source>
        <translation>ذاكرة USB أو قرص</translation>
    </message>
    <message>
        <source>Beside the program</source>
        <translation>بجانب البرنامج</translation>
    </message>
    <message>
        <source>Your own files</source>
        <translation>ملفاتك</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>هذا الحاسوب</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>معرض</translation>
    </message>
    <message>
        <source>Exhibition in one file, %1</source>
        <translation>معرض في ملف واحد، %1</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>مجلد</translation>
    </message>
    <message>
        <source>There is no exhibition in this folder, and no other folder.</source>
        <translation>لا يوجد في هذا المجلد معرض ولا مجلد آخر.</translation>
    </message>
    <message>
        <source>This folder cannot be opened: %1.</source>
        <translation>لا يمكن فتح هذا المجلد: %1.</translation>
    </message>
    <message>
        <source>And %1 more</source>
        <translation>و%1 غيرها</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة …</translation>
    </message>
    <message>
        <source>Opening “%1” …</source>
        <translation>جارٍ فتح «%1» …</translation>
    </message>
    <message>
        <source>Opening “%1” … %2 of %3</source>
        <translation>جارٍ فتح «%1» … %2 من %3</translation>
    </message>
    <message>
        <source>“%1” is shown now.</source>
        <translation>يُعرض الآن «%1».</translation>
    </message>
    <message>
        <source>“%1” cannot be opened</source>
        <translation>لا يمكن فتح «%1»</translation>
    </message>
    <message>
        <source>Show “%1” until the program ends?</source>
        <translation>هل يُعرض «%1» حتى انتهاء البرنامج؟</translation>
    </message>
    <message>
        <source>Let go to open it.</source>
        <translation>أفلته لفتحه.</translation>
    </message>
    <message>
        <source>The files have been read. Problems: %1</source>
        <translation>قُرئت الملفات. المشكلات: %1</translation>
    </message>
    <message>
        <source>Checking: picture %1 of %2</source>
        <translation>جارٍ الفحص: الصورة %1 من %2</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>الأعمال</translation>
    </message>
    <message>
        <source>Pictures that can be shown</source>
        <translation>الصور التي يمكن عرضها</translation>
    </message>
    <message>
        <source>Nothing is wrong.</source>
        <translation>لا توجد مشكلات.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>It is shown from</source>
        <translation>يُعرض من</translation>
    </message>
    <message>
        <source>What the program remembers</source>
        <translation>ما يتذكره البرنامج</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>الرخصة</translation>
    </message>
    <message>
        <source>Pictures and labels on a touchscreen, without a network.</source>
        <translation>صور وبطاقة لكل منها على شاشة لمس، بلا شبكة.</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>الصفحة %1 من %2</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>ابدأ</translation>
    </message>
    <message>
        <source>Your pictures, on a wall that answers</source>
        <translation>صورك على جدار يستجيب</translation>
    </message>
    <message>
        <source>Kiosk Gallery shows an exhibition on a touchscreen. Visitors turn from work to work, choose themes, look closer and read the labels. What you see behind this guide is a demonstration.</source>
        <translation>يعرض Kiosk Gallery معرضًا على شاشة لمس. ينتقل الزوار من عمل إلى عمل، ويختارون الموضوعات، ويتأملون عن قرب، ويقرؤون بطاقة كل عمل. ما ترونه خلف هذا الدليل عرض توضيحي.</translation>
    </message>
    <message>
        <source>Nothing of it needs a network, and nobody is watched.</source>
        <translation>لا يحتاج شيء من ذلك إلى شبكة، ولا يُراقَب أحد.</translation>
    </message>
    <message>
        <source>Bring your list and your pictures</source>
        <translation>أحضروا قائمتكم وصوركم</translation>
    </message>
    <message>
        <source>A table with one line for each work, and a folder with the pictures: that is all. One command makes an exhibition of them.</source>
        <translation>جدول فيه سطر لكل عمل، ومجلد فيه الصور: هذا كل شيء. وأمر واحد يصنع منهما معرضًا.</translation>
    </message>
    <message>
        <source>Then open its folder from the menu, or drop it on this window.</source>
        <translation>ثم افتحوا مجلده من القائمة، أو أفلتوه فوق هذه النافذة.</translation>
    </message>
    <message>
        <source>Check it before anybody sees it</source>
        <translation>افحصوه قبل أن يراه أحد</translation>
    </message>
    <message>
        <source>“Check this exhibition” in the menu tells what is wrong, in which file and line, and what to do. A sheet with all labels and pictures is for whoever signs them off.</source>
        <translation>يخبركم «فحص هذا المعرض» في القائمة بالخطأ، وفي أي ملف وأي سطر هو، وبما يلزم فعله. أما الورقة التي تجمع كل بطاقة وكل الصور فهي لمن يعتمدها.</translation>
    </message>
    <message>
        <source>While you mend the files, the show follows what you save.</source>
        <translation>وبينما تصححون الملفات يتبع العرض ما تحفظونه.</translation>
    </message>
    <message>
        <source>Put it on the kiosk</source>
        <translation>ضعوه على الكشك</translation>
    </message>
    <message>
        <source>There it fills the screen, and nobody gets out of it. Opening hours and the size of the screen stand in the file config.yaml. Set a PIN, which lets you in.</source>
        <translation>هناك يملأ الشاشة، ولا يخرج منه أحد. ساعات العمل وحجم الشاشة في الملف config.yaml. عيّنوا رمز PIN، فبه تدخلون.</translation>
    </message>
    <message>
        <source>Hold the top right corner for five seconds: that is the way to the staff panel.</source>
        <translation>اضغطوا على الزاوية العليا اليمنى خمس ثوانٍ: هذا هو الطريق إلى لوحة الموظفين.</translation>
    </message>
    <message>
        <source>Every week after that</source>
        <translation>ثم كل أسبوع</translation>
    </message>
    <message>
        <source>Pack what has changed into one file, carry it to the kiosk on a stick and install it in the staff panel. What was shown before is kept, in case you want it back.</source>
        <translation>احزموا ما تغيّر في ملف واحد، واحملوه إلى الكشك على ذاكرة USB، وثبّتوه من لوحة الموظفين. ويبقى ما عُرض من قبل محفوظًا إن أردتم العودة إليه.</translation>
    </message>
    <message>
        <source>In the panel you also see how many have visited, and what they looked at longest.</source>
        <translation>وفي اللوحة ترون أيضًا عدد الزوار وما أطالوا النظر إليه.</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Time until the next work</source>
        <translation>الوقت حتى العمل التالي</translation>
    </message>
</context>
<context>
    <name>ReadingControls</name>
    <message>
        <source>Read aloud</source>
        <translation>القراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Stop reading</source>
        <translation>إيقاف القراءة</translation>
    </message>
    <message>
        <source>Read this label</source>
        <translation>قراءة هذه البطاقة</translation>
    </message>
    <message>
        <source>Go on reading</source>
        <translation>متابعة القراءة</translation>
    </message>
    <message>
        <source>Pause reading</source>
        <translation>إيقاف القراءة مؤقتًا</translation>
    </message>
    <message>
        <source>Read again from the beginning</source>
        <translation>القراءة من البداية</translation>
    </message>
    <message>
        <source>Softer</source>
        <translation>خفض الصوت</translation>
    </message>
    <message>
        <source>Volume %1 of %2</source>
        <translation>مستوى الصوت %1 من %2</translation>
    </message>
    <message>
        <source>Louder</source>
        <translation>رفع الصوت</translation>
    </message>
</context>
<context>
    <name>RehearsalBadge</name>
    <message>
        <source>Rehearsal</source>
        <translation>تجربة</translation>
    </message>
</context>
<context>
    <name>ScrollCue</name>
    <message>
        <source>Back</source>
        <comment>scrolling</comment>
        <translation>السابق</translation>
    </message>
    <message>
        <source>More</source>
        <comment>scrolling</comment>
        <translation>المزيد</translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Title, creator, date or subject</source>
        <translation>العنوان أو الفنان أو التاريخ أو الموضوع</translation>
    </message>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>لا أعمال</numerusform>
            <numerusform>عمل واحد</numerusform>
            <numerusform>عملان</numerusform>
            <numerusform>%n أعمال</numerusform>
            <numerusform>%n عملًا</numerusform>
            <numerusform>%n عمل</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>مسح البحث</translation>
    </message>
</context>
<context>
    <name>SortBar</name>
    <message>
        <source>Exhibition order</source>
        <comment>order of the works</comment>
        <translation>ترتيب المعرض</translation>
    </message>
    <message>
        <source>By date</source>
        <comment>order of the works</comment>
        <translation>حسب التاريخ</translation>
    </message>
    <message>
        <source>By creator</source>
        <comment>order of the works</comment>
        <translation>حسب الفنان</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Staff</source>
        <translation>للموظفين</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>إدخال</translation>
    </message>
    <message>
        <source>Enter the PIN.</source>
        <translation>أدخل رمز PIN.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة من فضلك …</translation>
    </message>
    <message>
        <source>This is not the PIN.</source>
        <translation>هذا ليس رمز PIN الصحيح.</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait:</source>
        <translation>محاولات خاطئة كثيرة. انتظر:</translation>
    </message>
    <message>
        <source>No PIN is set, so nobody can enter. Set one on this computer with the command</source>
        <translation>لم يُضبط رمز PIN، لذا لا يمكن الدخول. اضبطه على هذا الحاسوب بالأمر</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>نعم</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Health</source>
        <translation>الحالة</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>المشكلات</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>الأعمال</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>المحتوى</translation>
    </message>
    <message>
        <source>Display</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Exhibition</source>
        <translation>المعرض</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>المثبَّت</translation>
    </message>
    <message>
        <source>Generation %1, made on %2</source>
        <translation>الإصدار %1 بتاريخ %2</translation>
    </message>
    <message>
        <source>From a folder</source>
        <translation>من مجلد</translation>
    </message>
    <message>
        <source>On the screen</source>
        <translation>على الشاشة</translation>
    </message>
    <message>
        <source>The invitation</source>
        <translation>شاشة الدعوة</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>مغلق</translation>
    </message>
    <message>
        <source>Night</source>
        <translation>الليل</translation>
    </message>
    <message>
        <source>Visitor</source>
        <translation>الزائر</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>At a work</source>
        <translation>أمام عمل</translation>
    </message>
    <message>
        <source>At the wall of works</source>
        <translation>أمام جدار الأعمال</translation>
    </message>
    <message>
        <source>Looking closer</source>
        <translation>ينظر عن قرب</translation>
    </message>
    <message>
        <source>Works on show</source>
        <translation>الأعمال المعروضة</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 من %2</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>Running for</source>
        <translation>يعمل منذ</translation>
    </message>
    <message>
        <source>In step with</source>
        <translation>متزامن مع</translation>
    </message>
    <message>
        <source>%1, now alone</source>
        <translation>%1، منفرد الآن</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 دقيقة</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 ساعة</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 يوم</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>غير مقاس</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>الذاكرة</translation>
    </message>
    <message>
        <source>Prepared pictures</source>
        <translation>الصور المجهزة</translation>
    </message>
    <message>
        <source>Free on the disk</source>
        <translation>المساحة الحرة على القرص</translation>
    </message>
    <message>
        <source>Helpers that prepare pictures</source>
        <translation>عمليات تجهيز الصور</translation>
    </message>
    <message>
        <source>Frames while this page is open</source>
        <translation>الإطارات أثناء فتح هذه الصفحة</translation>
    </message>
    <message>
        <source>%1, of which %2 came late</source>
        <translation>%1، تأخر منها %2</translation>
    </message>
    <message>
        <source>Safe mode because</source>
        <translation>الوضع الآمن، والسبب</translation>
    </message>
    <message>
        <source>The last exhibition that was shown well is shown, without motion.</source>
        <translation>يُعرض، من غير حركة، آخر معرض عُرض دون مشكلات.</translation>
    </message>
    <message>
        <source>Started again by itself</source>
        <translation>مرات إعادة التشغيل التلقائية</translation>
    </message>
    <message>
        <source>%1 (last: %2). %3</source>
        <translation>%1 (آخرها: %2). %3</translation>
    </message>
    <message>
        <source>The program crashed</source>
        <translation>تعطّل البرنامج</translation>
    </message>
    <message>
        <source>The program hung</source>
        <translation>توقّف البرنامج عن الاستجابة</translation>
    </message>
    <message>
        <source>Nothing could be drawn</source>
        <translation>تعذّر الرسم على الشاشة</translation>
    </message>
    <message>
        <source>The picture stood still</source>
        <translation>بقيت الصورة دون تغيير</translation>
    </message>
    <message>
        <source>The program ended</source>
        <translation>انتهى البرنامج</translation>
    </message>
    <message>
        <source>No problems.</source>
        <translation>لا توجد مشكلات.</translation>
    </message>
    <message>
        <source>Try failed pictures again</source>
        <translation>إعادة محاولة الصور التي فشلت</translation>
    </message>
    <message>
        <source>Pictures that are tried again: %1</source>
        <translation>صور تُعاد محاولتها: %1</translation>
    </message>
    <message>
        <source>Hide until tomorrow</source>
        <translation>إخفاء حتى الغد</translation>
    </message>
    <message>
        <source>Hide for good</source>
        <translation>إخفاء دائم</translation>
    </message>
    <message>
        <source>Show again</source>
        <translation>إظهار مجددًا</translation>
    </message>
    <message>
        <source>Hidden until %1</source>
        <translation>مخفي حتى %1</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>مخفي</translation>
    </message>
    <message>
        <source>The work on the screen</source>
        <translation>العمل على الشاشة</translation>
    </message>
    <message>
        <source>Hidden works</source>
        <translation>الأعمال المخفية</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>كل الأعمال</translation>
    </message>
    <message>
        <source>Hidden now: %1</source>
        <translation>أُخفي: %1</translation>
    </message>
    <message>
        <source>Shown again: %1</source>
        <translation>يُعرض مجددًا: %1</translation>
    </message>
    <message>
        <source>Open an exhibition …</source>
        <translation>فتح معرض …</translation>
    </message>
    <message>
        <source>Installed: %1, generation %2</source>
        <translation>ثُبّت: %1، الإصدار %2</translation>
    </message>
    <message>
        <source>Something unexpected went wrong. “Log” tells what it was.</source>
        <translation>حدث خطأ غير متوقع. التفاصيل في صفحة «السجل».</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>السجل</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>خطأ</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>تحذير</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>%1 more times since</source>
        <translation>تكرر بعدها: %1</translation>
    </message>
    <message>
        <source>Resting for a day after two failures</source>
        <translation>معلّقة ليوم واحد بعد إخفاقين</translation>
    </message>
    <message>
        <source>Rests until %1</source>
        <translation>معلّقة حتى %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>And %1 more</source>
        <translation>و%1 غيرها</translation>
    </message>
    <message>
        <source>The last work cannot be hidden.</source>
        <translation>لا يمكن إخفاء آخر عمل.</translation>
    </message>
    <message>
        <source>That could not be written down: the disk refuses.</source>
        <translation>تعذّر الحفظ: القرص يرفض الكتابة.</translation>
    </message>
    <message>
        <source>Read the files again</source>
        <translation>إعادة قراءة الملفات</translation>
    </message>
    <message>
        <source>The files have been read. Problems: %1</source>
        <translation>قُرئت الملفات. المشكلات: %1</translation>
    </message>
    <message>
        <source>On USB sticks and in watched folders</source>
        <translation>على ذاكرات USB وفي المجلدات المراقبة</translation>
    </message>
    <message>
        <source>Nothing newer is there. Plug in a stick and wait a moment.</source>
        <translation>لا يوجد ما هو أحدث. أدخل ذاكرة USB وانتظر قليلًا.</translation>
    </message>
    <message>
        <source>Install</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Install “%1”?</source>
        <translation>هل تريد تثبيت «%1»؟</translation>
    </message>
    <message>
        <source>Installing …</source>
        <translation>جارٍ التثبيت …</translation>
    </message>
    <message>
        <source>It is not shown: config.yaml names another exhibition.</source>
        <translation>لكنه لا يُعرض: يحدد config.yaml معرضًا آخر.</translation>
    </message>
    <message>
        <source>Bundles that cannot be installed</source>
        <translation>حزم لا يمكن تثبيتها</translation>
    </message>
    <message>
        <source>Shown now</source>
        <translation>معروض الآن</translation>
    </message>
    <message>
        <source>Show until the program ends</source>
        <translation>العرض حتى إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Signed with this kiosk’s key</source>
        <translation>موقّع بمفتاح هذا الجهاز</translation>
    </message>
    <message>
        <source>Not signed</source>
        <translation>غير موقّع</translation>
    </message>
    <message>
        <source>Signed with another key</source>
        <translation>موقّع بمفتاح آخر</translation>
    </message>
    <message>
        <source>Back to the exhibition before</source>
        <translation>العودة إلى المعرض السابق</translation>
    </message>
    <message>
        <source>Go back to the exhibition before this one?</source>
        <translation>هل تريد العودة إلى المعرض السابق؟</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>الإحصاءات</translation>
    </message>
    <message>
        <source>Visits are not counted on this computer.</source>
        <translation>لا تُحصى الزيارات على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Visits in this window are not counted.</source>
        <translation>لا تُحصى الزيارات في هذه النافذة.</translation>
    </message>
    <message>
        <source>Visits in %1 days</source>
        <translation>الزيارات في %1 يوم</translation>
    </message>
    <message>
        <source>Looking at works, for each visit</source>
        <translation>مشاهدة الأعمال لكل زيارة</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 ثانية</translation>
    </message>
    <message>
        <source>Visits by day</source>
        <translation>الزيارات حسب اليوم</translation>
    </message>
    <message>
        <source>Looked at longest</source>
        <translation>أعمال شوهدت أطول مدة</translation>
    </message>
    <message>
        <source>Language of this panel</source>
        <translation>لغة هذه اللوحة</translation>
    </message>
    <message>
        <source>Wall, until the program ends</source>
        <translation>الجدار، حتى إنهاء البرنامج</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Black screen now</source>
        <translation>شاشة سوداء الآن</translation>
    </message>
    <message>
        <source>Until the next opening, or until staff enter here again.</source>
        <translation>حتى الافتتاح التالي أو حتى يدخل الموظفون هنا مجددًا.</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Restart the program now?</source>
        <translation>هل تريد إعادة تشغيل البرنامج الآن؟</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Quit the program? The screen stays empty until somebody starts it.</source>
        <translation>هل تريد إنهاء البرنامج؟ تبقى الشاشة فارغة حتى يشغّله أحد.</translation>
    </message>
    <message>
        <source>All problems</source>
        <translation>كل المشكلات</translation>
    </message>
    <message>
        <source>After %1 and %2 failures</source>
        <translation>بعد %1، مرات الإخفاق: %2</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>لا شيء.</translation>
    </message>
    <message>
        <source>Kiosk Gallery %1 shows %2</source>
        <translation>يعرض Kiosk Gallery %1 الملف %2</translation>
    </message>
    <message>
        <source>Shows what %1 says now</source>
        <translation>يُعرض ما ورد الآن في %1</translation>
    </message>
    <message>
        <source>Installed %1, generation %2</source>
        <translation>تم تثبيت %1، الإصدار %2</translation>
    </message>
    <message>
        <source>Labels can be read aloud again</source>
        <translation>يمكن قراءة نص كل بطاقة صوتيًا من جديد</translation>
    </message>
    <message>
        <source>Labels cannot be read aloud: the speech service has no voice. Install one, as espeak-ng.</source>
        <translation>تتعذر قراءة أي بطاقة صوتيًا: ليس لدى خدمة النطق صوت. ثبّت صوتًا مثل espeak-ng.</translation>
    </message>
    <message>
        <source>Labels cannot be read aloud for now: %1. The speech service is asked again later.</source>
        <translation>تتعذر قراءة أي بطاقة صوتيًا الآن: %1. ستُسأل خدمة النطق لاحقًا من جديد.</translation>
    </message>
    <message>
        <source>Labels are not read aloud: the extra speech is not installed. %1</source>
        <translation>لا تُقرأ أي بطاقة صوتيًا: الإضافة speech غير مثبتة. %1</translation>
    </message>
    <message>
        <source>The log cannot be written: %1. It is kept in memory.</source>
        <translation>تتعذر كتابة السجل: %1. يُحفظ في الذاكرة.</translation>
    </message>
    <message>
        <source>The log is written again, %1</source>
        <translation>عادت كتابة السجل، %1</translation>
    </message>
    <message>
        <source>The last words of a process that prepares pictures: %1</source>
        <translation>آخر رسالة من عملية تجهيز الصور: %1</translation>
    </message>
    <message>
        <source>Wrong PINs are counted until the program ends: %1</source>
        <translation>تُحسب محاولات الرقم الخاطئة حتى إغلاق البرنامج: %1</translation>
    </message>
    <message>
        <source>Unexpected error while bundles were looked for</source>
        <translation>خطأ غير متوقع أثناء البحث عن الحزم</translation>
    </message>
    <message>
        <source>Unexpected error while a bundle was installed</source>
        <translation>خطأ غير متوقع أثناء تثبيت حزمة</translation>
    </message>
    <message>
        <source>Unexpected error</source>
        <translation>خطأ غير متوقع</translation>
    </message>
    <message>
        <source>%1 is not a font that can be used. Save it as OpenType or TrueType (.otf, .ttf).</source>
        <translation>الخط %1 لا يمكن استخدامه. احفظه بصيغة OpenType أو TrueType (.otf, .ttf).</translation>
    </message>
    <message>
        <source>The disk or network drive of the exhibition answers again, %1</source>
        <translation>عاد قرص المعرض أو قرص الشبكة إلى الاستجابة، %1</translation>
    </message>
    <message>
        <source>The pictures of the exhibition can be reached again, %1</source>
        <translation>أصبح الوصول إلى صور المعرض ممكنًا من جديد، %1</translation>
    </message>
    <message>
        <source>Prepared pictures can be kept again, %1</source>
        <translation>عاد حفظ الصور المجهزة ممكنًا، %1</translation>
    </message>
    <message>
        <source>Shows on %1</source>
        <translation>يُعرض على %1</translation>
    </message>
    <message>
        <source>%1. The show goes on, and follows when it is plugged in.</source>
        <translation>%1. يستمر العرض وينتقل إليها عند توصيلها.</translation>
    </message>
    <message>
        <source>The screen is kept lit by %1</source>
        <translation>يُبقي %1 الشاشة مضاءة</translation>
    </message>
    <message>
        <source>The screen may go dark, since nobody keeps it lit (%1). %2</source>
        <translation>قد تنطفئ الشاشة لأن لا شيء يبقيها مضاءة (%1). %2</translation>
    </message>
    <message>
        <source>The screen may go dark: Windows refuses to keep it lit. Switch off its power saving.</source>
        <translation>قد تنطفئ الشاشة: يرفض Windows إبقاءها مضاءة. أوقف توفير الطاقة.</translation>
    </message>
    <message>
        <source>A second start will not be noticed: %1: %2</source>
        <translation>لن يُلاحظ تشغيل ثانٍ: %1: %2</translation>
    </message>
    <message>
        <source>Not listened to in full screen: %1. Unset them, or use a window: kiosk --windowed</source>
        <translation>لا تُراعى في وضع ملء الشاشة: %1. أزلها أو استخدم نافذة: kiosk --windowed</translation>
    </message>
    <message>
        <source>A listener for prepared pictures failed</source>
        <translation>خطأ أثناء تسلّم الصور المجهزة</translation>
    </message>
    <message>
        <source>The show was started again at %1 (%2)</source>
        <translation>أُعيد تشغيل العرض في %1 (%2)</translation>
    </message>
    <message>
        <source>The screen cannot be drawn on: %1 Set display.renderer to software in config.yaml.</source>
        <translation>يتعذر الرسم على الشاشة: %1 اضبط display.renderer على software في config.yaml.</translation>
    </message>
</context>
<context>
    <name>StageCard</name>
    <message>
        <source>The picture of this work cannot be shown at the moment.</source>
        <translation>لا يمكن عرض صورة هذا العمل حاليًا.</translation>
    </message>
</context>
<context>
    <name>StageSpots</name>
    <message>
        <source>%1. Beside it: %2</source>
        <comment>two works</comment>
        <translation>%1. وبجانبه: %2</translation>
    </message>
</context>
<context>
    <name>StageView</name>
    <message>
        <source>Read aloud</source>
        <translation>القراءة بصوت عالٍ</translation>
    </message>
</context>
<context>
    <name>StillTherePanel</name>
    <message>
        <source>Still there?</source>
        <translation>هل ما زلتم هنا؟</translation>
    </message>
    <message>
        <source>Touch the screen anywhere to keep looking.</source>
        <translation>المسوا الشاشة في أي مكان لمواصلة المشاهدة.</translation>
    </message>
    <message>
        <source>Keep looking</source>
        <translation>مواصلة المشاهدة</translation>
    </message>
    <message>
        <source>Start again</source>
        <translation>البدء من جديد</translation>
    </message>
</context>
<context>
    <name>TouchKeyboard</name>
    <message>
        <source>Other letters: %1</source>
        <translation>حروف أخرى: %1</translation>
    </message>
    <message>
        <source>Double letters</source>
        <translation>الحروف المزدوجة</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>مسافة</translation>
    </message>
    <message>
        <source>Take back the last letter</source>
        <translation>حذف الحرف الأخير</translation>
    </message>
    <message>
        <source>Put the keyboard away</source>
        <translation>إخفاء لوحة المفاتيح</translation>
    </message>
</context>
<context>
    <name>WallView</name>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Back to the slideshow</source>
        <translation>العودة إلى العرض</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Touch to explore</source>
        <translation>المسوا الشاشة للاستكشاف</translation>
    </message>
    <message>
        <source>All works</source>
        <translation>كل الأعمال</translation>
    </message>
    <message>
        <source>Undated</source>
        <translation>بلا تاريخ</translation>
    </message>
    <message>
        <source>%1 BC</source>
        <translation>%1 ق.م</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>From %1</source>
        <translation>من %1</translation>
    </message>
</context>
</TS>
