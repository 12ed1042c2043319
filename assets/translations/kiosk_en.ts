<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AboutCard</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>in the exhibition</comment>
        <translation>
            <numerusform>%n work</numerusform>
            <numerusform>%n works</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message numerus="yes">
        <source>%1, %n work(s)</source>
        <comment>theme chip</comment>
        <translation>
            <numerusform>%1, %n work</numerusform>
            <numerusform>%1, %n works</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CloserPanel</name>
    <message numerus="yes">
        <source>%n detail(s)</source>
        <comment>of a picture</comment>
        <translation>
            <numerusform>%n detail</numerusform>
            <numerusform>%n details</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NoticeCard</name>
    <message numerus="yes">
        <source>The gallery closes in %n minute(s).</source>
        <translation>
            <numerusform>The gallery closes in %n&#xa0;minute.</numerusform>
            <numerusform>The gallery closes in %n&#xa0;minutes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchField</name>
    <message numerus="yes">
        <source>%n work(s)</source>
        <comment>found</comment>
        <translation>
            <numerusform>%n work</numerusform>
            <numerusform>%n works</numerusform>
        </translation>
    </message>
</context>
</TS>
