<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Filmoteka</source>
        <translation>О программе</translation>
    </message>
    <message>
        <source>Keeps your own video collection. Everything is worked out on this computer.</source>
        <translation>Хранит вашу собственную коллекцию видео. Всё вычисляется на этом компьютере.</translation>
    </message>
    <message>
        <source>Free software under the Apache License 2.0</source>
        <translation>Свободная программа по лицензии Apache 2.0</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Work of others</source>
        <translation>Чужие работы</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Add a folder with videos</source>
        <translation>Добавить папку с видео</translation>
    </message>
    <message>
        <source>Add video files</source>
        <translation>Добавить видеофайлы</translation>
    </message>
    <message>
        <source>Remove the folder from the library?</source>
        <translation>Убрать папку из библиотеки?</translation>
    </message>
    <message>
        <source>Its videos are no longer shown. Your files stay untouched, and tags and marks are kept for the day you add the folder again.</source>
        <translation>Её видео больше не будут показаны. Файлы не изменятся, а теги и пометки сохранятся до того дня, когда вы снова добавите папку.</translation>
    </message>
    <message>
        <source>Looking for videos in {0}.</source>
        <translation>Поиск видео в {0}.</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) added.</source>
        <translation>
            <numerusform>Добавлен %n файл.</numerusform>
            <numerusform>Добавлено %n файла.</numerusform>
            <numerusform>Добавлено %n файлов.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardDelegate</name>
    <message>
        <source>Waiting</source>
        <translation>Ждёт</translation>
    </message>
    <message>
        <source>Analysing</source>
        <translation>Анализ</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удалось</translation>
    </message>
    <message>
        <source>File missing</source>
        <translation>Файла нет</translation>
    </message>
    <message>
        <source>Drive offline</source>
        <translation>Диск отключён</translation>
    </message>
    <message>
        <source>Tags will appear here</source>
        <translation>Здесь появятся теги</translation>
    </message>
    <message>
        <source>No tags</source>
        <translation>Нет тегов</translation>
    </message>
</context>
<context>
    <name>ControlBar</name>
    <message>
        <source>Play</source>
        <translation>Смотреть</translation>
    </message>
    <message>
        <source>Previous episode</source>
        <translation>Предыдущая серия</translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation>Следующая серия</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Выключить звук</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Время</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Скорость</translation>
    </message>
    <message>
        <source>Mark a segment</source>
        <translation>Отметить отрезок</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Субтитры</translation>
    </message>
    <message>
        <source>Audio track</source>
        <translation>Звуковая дорожка</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Полный экран</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Включить звук</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Выйти из полного экрана</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Громкость</translation>
    </message>
</context>
<context>
    <name>DetailPanel</name>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) selected</source>
        <translation>
            <numerusform>Выбрано %n видео</numerusform>
            <numerusform>Выбрано %n видео</numerusform>
            <numerusform>Выбрано %n видео</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Ничего не выбрано</translation>
    </message>
    <message>
        <source>Select a video to see its tags, what is said in it, and why.</source>
        <translation>Выберите видео, чтобы увидеть его теги, их причины и речь.</translation>
    </message>
    <message>
        <source>SEGMENTS</source>
        <translation>ОТРЕЗКИ</translation>
    </message>
    <message>
        <source>SPEECH</source>
        <translation>РЕЧЬ</translation>
    </message>
    <message>
        <source>FILE</source>
        <translation>ФАЙЛ</translation>
    </message>
    <message>
        <source>Continue at {0}</source>
        <translation>Продолжить с {0}</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Смотреть</translation>
    </message>
    <message>
        <source>From the start</source>
        <translation>С начала</translation>
    </message>
    <message>
        <source>This video waits for its analysis.</source>
        <translation>Это видео ждёт анализа.</translation>
    </message>
    <message>
        <source>This video is being analysed.</source>
        <translation>Это видео анализируется.</translation>
    </message>
    <message>
        <source>The file is not where it was. What is known about it is kept.</source>
        <translation>Файла нет на прежнем месте. Всё, что о нём известно, сохранено.</translation>
    </message>
    <message>
        <source>The drive of this video is not connected.</source>
        <translation>Диск с этим видео не подключён.</translation>
    </message>
    <message>
        <source>TAGS</source>
        <translation>ТЕГИ</translation>
    </message>
    <message>
        <source>Nothing was recognised for certain.</source>
        <translation>Ничего не распознано с уверенностью.</translation>
    </message>
    <message>
        <source>Refused by you</source>
        <translation>Отклонено вами</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Показать в файловом менеджере</translation>
    </message>
</context>
<context>
    <name>Dialogs</name>
    <message>
        <source>Export tags as CSV</source>
        <translation>Сохранить теги в CSV</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>Файлы CSV (*.csv)</translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s) written to {0}.</source>
        <translation>
            <numerusform>%n тег записан в {0}.</numerusform>
            <numerusform>%n тега записаны в {0}.</numerusform>
            <numerusform>%n тегов записаны в {0}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EditingTags</name>
    <message>
        <source>New tag</source>
        <translation>Новый тег</translation>
    </message>
    <message>
        <source>Edit tag</source>
        <translation>Изменить тег</translation>
    </message>
    <message>
        <source>“{0}” was deleted.</source>
        <translation>Тег «{0}» удалён.</translation>
    </message>
</context>
<context>
    <name>EmptyState</name>
    <message>
        <source>Show Filmoteka where your videos are</source>
        <translation>Покажите, где лежат ваши видео</translation>
    </message>
    <message>
        <source>Add a folder, or drop one here. Your files stay where they are and are never changed; everything is worked out on this computer.</source>
        <translation>Добавьте папку или перетащите её сюда. Файлы остаются на своих местах и не изменяются; всё вычисляется на этом компьютере.</translation>
    </message>
    <message>
        <source>Add a folder…</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>The first ones appear here in a moment. Browse while the rest follow.</source>
        <translation>Первые появятся через мгновение. Смотрите их, пока находятся остальные.</translation>
    </message>
    <message>
        <source>Looking for videos</source>
        <translation>Поиск видео</translation>
    </message>
    <message>
        <source>None of your folders holds a video. New files are noticed by themselves.</source>
        <translation>Ни в одной из папок нет видео. Новые файлы замечаются сами.</translation>
    </message>
    <message>
        <source>No videos yet</source>
        <translation>Пока нет видео</translation>
    </message>
    <message>
        <source>Add another folder…</source>
        <translation>Добавить другую папку…</translation>
    </message>
    <message>
        <source>Take a tick away, choose “any” instead of “all”, or search for other words.</source>
        <translation>Снимите отметку, выберите «Любой» вместо «Все» или ищите другие слова.</translation>
    </message>
    <message>
        <source>No video matches</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Сбросить отбор</translation>
    </message>
</context>
<context>
    <name>ErrorBanner</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>Length</source>
        <translation>Длительность</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Звук</translation>
    </message>
    <message>
        <source>Subtitles</source>
        <translation>Субтитры</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Filmed</source>
        <translation>Снято</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Добавлено</translation>
    </message>
    <message>
        <source>{0} fps</source>
        <translation>{0} к/с</translation>
    </message>
    <message>
        <source>None</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>FolderPanel</name>
    <message>
        <source>Folders</source>
        <translation>Папки</translation>
    </message>
    <message>
        <source>Add a folder</source>
        <translation>Добавить папку</translation>
    </message>
    <message>
        <source>FOLDERS</source>
        <translation>ПАПКИ</translation>
    </message>
    <message>
        <source>{0} (offline)</source>
        <translation>{0} (не подключена)</translation>
    </message>
    <message>
        <source>Show its videos</source>
        <translation>Показать её видео</translation>
    </message>
    <message>
        <source>Open in the file manager</source>
        <translation>Открыть в файловом менеджере</translation>
    </message>
    <message>
        <source>Remove from the library…</source>
        <translation>Убрать из библиотеки…</translation>
    </message>
</context>
<context>
    <name>FrameButton</name>
    <message>
        <source>Play from {0}</source>
        <translation>Смотреть с {0}</translation>
    </message>
</context>
<context>
    <name>JobsModel</name>
    <message>
        <source>Video</source>
        <translation>Видео</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Состояние</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Примечание</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Начинается</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>В очереди</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Не удалось</translation>
    </message>
</context>
<context>
    <name>JobsPanel</name>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Try all failed again</source>
        <translation>Повторить все неудачные</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>Закрыть панель</translation>
    </message>
    <message>
        <source>QUEUE</source>
        <translation>ОЧЕРЕДЬ</translation>
    </message>
    <message>
        <source>Nothing runs, nothing waits, nothing failed.</source>
        <translation>Ничего не выполняется, не ждёт и не сорвалось.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
</context>
<context>
    <name>LibraryPage</name>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n видео</numerusform>
            <numerusform>%n видео</numerusform>
            <numerusform>%n видео</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Сбросить</translation>
    </message>
    <message>
        <source>Search names, tags and speech</source>
        <translation>Искать в названиях, тегах и речи</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Порядок</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>Title A–Z</source>
        <translation>Название А–Я</translation>
    </message>
    <message>
        <source>Title Z–A</source>
        <translation>Название Я–А</translation>
    </message>
    <message>
        <source>Filmed last</source>
        <translation>Снятые последними</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Сначала длинные</translation>
    </message>
    <message>
        <source>Shortest first</source>
        <translation>Сначала короткие</translation>
    </message>
    <message>
        <source>Largest first</source>
        <translation>Сначала большие</translation>
    </message>
    <message>
        <source>Series and episode</source>
        <translation>Сериал и серия</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Videos that have every ticked tag</source>
        <translation>Видео со всеми отмеченными тегами</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Любой</translation>
    </message>
    <message>
        <source>Videos that have any ticked tag</source>
        <translation>Видео хотя бы с одним отмеченным тегом</translation>
    </message>
    <message>
        <source>Stop filtering by {0}</source>
        <translation>Не отбирать по тегу «{0}»</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Drop folders and videos here to add them</source>
        <translation>Отпустите папки и видео здесь, чтобы добавить</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>MarkEditor</name>
    <message>
        <source>Kind of segment</source>
        <translation>Вид отрезка</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Начало</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Конец</translation>
    </message>
    <message>
        <source>Start here</source>
        <translation>Начало здесь</translation>
    </message>
    <message>
        <source>End here</source>
        <translation>Конец здесь</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Play on and press O where it ends</source>
        <translation>Смотрите дальше и нажмите O, где отрезок кончается</translation>
    </message>
    <message>
        <source>Press I where it starts</source>
        <translation>Нажмите I, где отрезок начинается</translation>
    </message>
    <message>
        <source>Too short</source>
        <translation>Слишком коротко</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>Вос&amp;произведение</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Инструменты</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Add folder…</source>
        <translation>Добавить папку…</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>Добавить файлы…</translation>
    </message>
    <message>
        <source>Export tags as CSV…</source>
        <translation>Сохранить теги в CSV…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Найти тег</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Сбросить отбор</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить все</translation>
    </message>
    <message>
        <source>Tag the video…</source>
        <translation>Добавить тег к видео…</translation>
    </message>
    <message>
        <source>Folders and tags</source>
        <translation>Папки и теги</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Очередь</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Смотреть</translation>
    </message>
    <message>
        <source>Play from the start</source>
        <translation>Смотреть с начала</translation>
    </message>
    <message>
        <source>Show in the file manager</source>
        <translation>Показать в файловом менеджере</translation>
    </message>
    <message>
        <source>Analyse again</source>
        <translation>Проанализировать заново</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Пауза или продолжить</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Модели…</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>Настройки…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>About Filmoteka</source>
        <translation>О программе</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Fetch</source>
        <translation>Загрузить</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>Проверить</translation>
    </message>
    <message>
        <source>Comes with the program</source>
        <translation>Входит в программу</translation>
    </message>
    <message>
        <source>Is here</source>
        <translation>Загружена</translation>
    </message>
    <message>
        <source>Not fetched</source>
        <translation>Не загружена</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
</context>
<context>
    <name>ModelsDialog</name>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>The program works with what it brings. Larger models see, hear and read better; fetching them is the only time Filmoteka uses the network.</source>
        <translation>Программе хватает того, что входит в неё. Более крупные модели лучше видят, слышат и читают; только для их загрузки Фильмотека обращается к сети.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Запрос к серверу…</translation>
    </message>
    <message>
        <source>Reading every byte…</source>
        <translation>Читается каждый байт…</translation>
    </message>
    <message>
        <source>Whole: every byte is as published.</source>
        <translation>Всё в порядке: каждый байт такой, как опубликован.</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>“{name}” is not in its folder any more. Connect its disk or look for it again.</source>
        <translation>«{name}» больше нет в своей папке. Подключите диск или найдите файл заново.</translation>
    </message>
    <message>
        <source>“{name}” cannot be read. Check its permissions and its disk.</source>
        <translation>«{name}» не читается. Проверьте права доступа и диск.</translation>
    </message>
    <message>
        <source>“{name}” is empty. Copy it again from its source.</source>
        <translation>«{name}» пуст. Скопируйте его заново.</translation>
    </message>
    <message>
        <source>“{name}” is a list of addresses on the network, not a video. It was not opened.</source>
        <translation>«{name}» — это список сетевых адресов, а не видео. Он не был открыт.</translation>
    </message>
    <message>
        <source>“{name}” cannot be played: it is damaged or in an unknown format.</source>
        <translation>«{name}» не воспроизводится: файл повреждён или неизвестного формата.</translation>
    </message>
    <message>
        <source>“{name}” disappeared while it was playing. Connect its disk or look for it again.</source>
        <translation>«{name}» исчез во время просмотра. Подключите диск или найдите файл заново.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Обычная</translation>
    </message>
    <message>
        <source>None in this file</source>
        <translation>В этом файле нет</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Выключены</translation>
    </message>
    <message>
        <source>Load from a file…</source>
        <translation>Загрузить из файла…</translation>
    </message>
    <message>
        <source>Segment starts here (I)</source>
        <translation>Отрезок начинается здесь (I)</translation>
    </message>
    <message>
        <source>Segment ends here (O)</source>
        <translation>Отрезок кончается здесь (O)</translation>
    </message>
    <message>
        <source>Intro from the beginning to here</source>
        <translation>Заставка с начала досюда</translation>
    </message>
    <message>
        <source>Credits from here to the end</source>
        <translation>Титры отсюда до конца</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>Изменить…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Intro</source>
        <translation>Заставка</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Краткое содержание</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Титры</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Анонс</translation>
    </message>
    <message>
        <source>Intro skipped</source>
        <translation>Заставка пропущена</translation>
    </message>
    <message>
        <source>Recap skipped</source>
        <translation>Краткое содержание пропущено</translation>
    </message>
    <message>
        <source>Credits skipped</source>
        <translation>Титры пропущены</translation>
    </message>
    <message>
        <source>Preview skipped</source>
        <translation>Анонс пропущен</translation>
    </message>
    <message>
        <source>Not an intro</source>
        <translation>Это не заставка</translation>
    </message>
    <message>
        <source>Not a recap</source>
        <translation>Это не краткое содержание</translation>
    </message>
    <message>
        <source>Not credits</source>
        <translation>Это не титры</translation>
    </message>
    <message>
        <source>Not a preview</source>
        <translation>Это не анонс</translation>
    </message>
    <message>
        <source>Next episode</source>
        <translation>Следующая серия</translation>
    </message>
    <message>
        <source>Next episode in {seconds}</source>
        <translation>Следующая серия через {seconds}</translation>
    </message>
    <message>
        <source>Skip intro</source>
        <translation>Пропустить заставку</translation>
    </message>
    <message>
        <source>Skip recap</source>
        <translation>Пропустить краткое содержание</translation>
    </message>
    <message>
        <source>Skip credits</source>
        <translation>Пропустить титры</translation>
    </message>
    <message>
        <source>Skip preview</source>
        <translation>Пропустить анонс</translation>
    </message>
</context>
<context>
    <name>PlayerView</name>
    <message>
        <source>Segment</source>
        <translation>Отрезок</translation>
    </message>
    <message>
        <source>Continued at {time}</source>
        <translation>Продолжено с {time}</translation>
    </message>
    <message>
        <source>From the beginning</source>
        <translation>С начала</translation>
    </message>
</context>
<context>
    <name>Playing</name>
    <message>
        <source>This video is not in the library any more.</source>
        <translation>Этого видео больше нет в библиотеке.</translation>
    </message>
    <message>
        <source>The drive of “{0}” is not connected.</source>
        <translation>Диск с «{0}» не подключён.</translation>
    </message>
    <message>
        <source>The file of “{0}” is not where it was.</source>
        <translation>Файла «{0}» нет на прежнем месте.</translation>
    </message>
</context>
<context>
    <name>RejectedLine</name>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>ScoreBar</name>
    <message>
        <source>{0} % sure</source>
        <translation>Уверенность {0} %</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>Место</translation>
    </message>
</context>
<context>
    <name>Segment</name>
    <message>
        <source>Intro</source>
        <translation>Заставка</translation>
    </message>
    <message>
        <source>Recap</source>
        <translation>Краткое содержание</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Титры</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Анонс</translation>
    </message>
</context>
<context>
    <name>SegmentLines</name>
    <message>
        <source>This is wrong</source>
        <translation>Это неверно</translation>
    </message>
</context>
<context>
    <name>SelectedVideos</name>
    <message>
        <source>Select the videos to analyse first.</source>
        <translation>Сначала выделите видео для анализа.</translation>
    </message>
    <message numerus="yes">
        <source>%n video(s) will be analysed again.</source>
        <translation>
            <numerusform>%n видео будет проанализировано заново.</numerusform>
            <numerusform>%n видео будут проанализированы заново.</numerusform>
            <numerusform>%n видео будут проанализированы заново.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Окно</translation>
    </message>
    <message>
        <source>Playing</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Распознавание</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлая</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмная</translation>
    </message>
    <message>
        <source>Intros</source>
        <translation>Заставки</translation>
    </message>
    <message>
        <source>Recaps</source>
        <translation>Краткое содержание</translation>
    </message>
    <message>
        <source>Credits</source>
        <translation>Титры</translation>
    </message>
    <message>
        <source>Previews of the next episode</source>
        <translation>Анонсы следующей серии</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Тема</translation>
    </message>
    <message>
        <source>Skip without asking:</source>
        <translation>Пропускать без вопроса:</translation>
    </message>
    <message>
        <source>Only what is certain is skipped, and the key U takes you back.</source>
        <translation>Пропускается только то, в чём нет сомнений; клавиша U возвращает назад.</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Show tags from</source>
        <translation>Показывать теги от</translation>
    </message>
    <message>
        <source>A lower value shows more tags, and more wrong ones.</source>
        <translation>Чем меньше значение, тем больше тегов, в том числе ошибочных.</translation>
    </message>
    <message>
        <source>Sees with</source>
        <translation>Видит с помощью</translation>
    </message>
    <message>
        <source>Listens with</source>
        <translation>Слышит с помощью</translation>
    </message>
    <message>
        <source>Videos at a time</source>
        <translation>Видео одновременно</translation>
    </message>
    <message>
        <source>Tools, Models has more of them. The number counts from the next start.</source>
        <translation>Другие модели — в меню «Инструменты», «Модели». Число учтётся при следующем запуске.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>MENUS</source>
        <translation>МЕНЮ</translation>
    </message>
    <message>
        <source>LIBRARY</source>
        <translation>БИБЛИОТЕКА</translation>
    </message>
    <message>
        <source>PLAYER</source>
        <translation>ПРОИГРЫВАТЕЛЬ</translation>
    </message>
    <message>
        <source>Move between the videos</source>
        <translation>Перейти к другому видео</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Смотреть</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Show or hide the details</source>
        <translation>Показать или скрыть сведения</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Выделить все</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Пауза или продолжить</translation>
    </message>
    <message>
        <source>5 seconds back or on</source>
        <translation>На 5 секунд назад или вперёд</translation>
    </message>
    <message>
        <source>10 seconds back or on</source>
        <translation>На 10 секунд назад или вперёд</translation>
    </message>
    <message>
        <source>Louder or quieter</source>
        <translation>Громче или тише</translation>
    </message>
    <message>
        <source>Sound off or on</source>
        <translation>Выключить или включить звук</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Полный экран</translation>
    </message>
    <message>
        <source>Skip the intro, recap or credits</source>
        <translation>Пропустить заставку, краткое содержание или титры</translation>
    </message>
    <message>
        <source>Jump back before the last skip</source>
        <translation>Вернуться к месту до пропуска</translation>
    </message>
    <message>
        <source>Next or previous episode</source>
        <translation>Следующая или предыдущая серия</translation>
    </message>
    <message>
        <source>Slower or faster</source>
        <translation>Медленнее или быстрее</translation>
    </message>
    <message>
        <source>One frame back or on</source>
        <translation>На кадр назад или вперёд</translation>
    </message>
    <message>
        <source>A segment starts or ends here</source>
        <translation>Здесь отрезок начинается или кончается</translation>
    </message>
    <message>
        <source>Next subtitles</source>
        <translation>Другие субтитры</translation>
    </message>
    <message>
        <source>Back to the library</source>
        <translation>Назад в библиотеку</translation>
    </message>
</context>
<context>
    <name>ShowingDetails</name>
    <message>
        <source>“{0}” will not be suggested for this video again.</source>
        <translation>«{0}» больше не будет предлагаться для этого видео.</translation>
    </message>
    <message>
        <source>New tag “{0}”.</source>
        <translation>Новый тег «{0}».</translation>
    </message>
</context>
<context>
    <name>SkipPilot</name>
    <message>
        <source>Watch it (U)</source>
        <translation>Посмотреть (U)</translation>
    </message>
</context>
<context>
    <name>SoundAndSpeed</name>
    <message>
        <source>Volume {percent} %</source>
        <translation>Громкость {percent} %</translation>
    </message>
    <message>
        <source>Sound off</source>
        <translation>Звук выключен</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Звук включён</translation>
    </message>
    <message>
        <source>Speed {rate}</source>
        <translation>Скорость {rate}</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Reading the file</source>
        <translation>Чтение файла</translation>
    </message>
    <message>
        <source>Making the thumbnail</source>
        <translation>Создание миниатюры</translation>
    </message>
    <message>
        <source>Looking for tags</source>
        <translation>Поиск тегов</translation>
    </message>
    <message>
        <source>Listening to speech</source>
        <translation>Распознавание речи</translation>
    </message>
    <message>
        <source>Finding intros and credits</source>
        <translation>Поиск заставок и титров</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Pause the analysis</source>
        <translation>Приостановить анализ</translation>
    </message>
    <message>
        <source>Show the queue</source>
        <translation>Показать очередь</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n неудача</numerusform>
            <numerusform>%n неудачи</numerusform>
            <numerusform>%n неудач</numerusform>
        </translation>
    </message>
    <message>
        <source>Go on with the analysis</source>
        <translation>Продолжить анализ</translation>
    </message>
    <message>
        <source>Everything is analysed</source>
        <translation>Всё проанализировано</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) left</source>
        <translation>
            <numerusform>осталось %n задание</numerusform>
            <numerusform>осталось %n задания</numerusform>
            <numerusform>осталось %n заданий</numerusform>
        </translation>
    </message>
    <message>
        <source>Paused · {0}</source>
        <translation>Пауза · {0}</translation>
    </message>
    <message>
        <source>{0} per minute</source>
        <translation>{0} в минуту</translation>
    </message>
    <message>
        <source>less than a minute left</source>
        <translation>осталось меньше минуты</translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>осталась примерно %n минута</numerusform>
            <numerusform>осталось примерно %n минуты</numerusform>
            <numerusform>осталось примерно %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n hour(s) left</source>
        <translation>
            <numerusform>остался примерно %n час</numerusform>
            <numerusform>осталось примерно %n часа</numerusform>
            <numerusform>осталось примерно %n часов</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TagField</name>
    <message>
        <source>Add a tag</source>
        <translation>Добавить тег</translation>
    </message>
    <message>
        <source>Add this tag</source>
        <translation>Добавить этот тег</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Yes, this is right</source>
        <translation>Да, это верно</translation>
    </message>
    <message>
        <source>No, this is wrong</source>
        <translation>Нет, это неверно</translation>
    </message>
    <message>
        <source>Remove this tag</source>
        <translation>Убрать этот тег</translation>
    </message>
    <message>
        <source>Added by you</source>
        <translation>Добавлено вами</translation>
    </message>
    <message>
        <source>Confirmed by you</source>
        <translation>Подтверждено вами</translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation>в «{0}»</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>изображение</translation>
    </message>
    <message>
        <source>file name</source>
        <translation>имя файла</translation>
    </message>
    <message>
        <source>speech</source>
        <translation>речь</translation>
    </message>
    <message>
        <source>subtitles</source>
        <translation>субтитры</translation>
    </message>
</context>
<context>
    <name>TagPanel</name>
    <message>
        <source>Find a tag</source>
        <translation>Найти тег</translation>
    </message>
    <message>
        <source>New tag</source>
        <translation>Новый тег</translation>
    </message>
    <message>
        <source>TAGS</source>
        <translation>ТЕГИ</translation>
    </message>
    <message>
        <source>New tag…</source>
        <translation>Новый тег…</translation>
    </message>
    <message>
        <source>Add tag below…</source>
        <translation>Добавить тег ниже…</translation>
    </message>
    <message>
        <source>Edit name and words…</source>
        <translation>Изменить имя и слова…</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>Переместить…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>TagPlaceDialog</name>
    <message>
        <source>Move “{0}”</source>
        <translation>Переместить «{0}»</translation>
    </message>
    <message>
        <source>Find a tag</source>
        <translation>Найти тег</translation>
    </message>
    <message>
        <source>At the top of the tree</source>
        <translation>На верхний уровень</translation>
    </message>
    <message>
        <source>It hangs below this tag from now on:</source>
        <translation>Теперь он будет под тегом:</translation>
    </message>
</context>
<context>
    <name>TagTreeView</name>
    <message>
        <source>Tags</source>
        <translation>Теги</translation>
    </message>
</context>
<context>
    <name>TagWordsDialog</name>
    <message>
        <source>puppy, hound</source>
        <translation>щенок, пёс</translation>
    </message>
    <message>
        <source>a photo of a dog</source>
        <translation>a photo of a dog</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Russian name</source>
        <translation>Имя по-русски</translation>
    </message>
    <message>
        <source>Other words</source>
        <translation>Другие слова</translation>
    </message>
    <message>
        <source>Seen as</source>
        <translation>Как выглядит</translation>
    </message>
    <message>
        <source>Other words are found in file names and speech. “Seen as” describes a picture, in English.</source>
        <translation>Другие слова ищутся в названиях и речи. «Как выглядит» описывает изображение по-английски.</translation>
    </message>
</context>
<context>
    <name>TitleBar</name>
    <message>
        <source>Back to the library</source>
        <translation>Назад в библиотеку</translation>
    </message>
    <message>
        <source>Back to the library (Esc)</source>
        <translation>Назад в библиотеку (Esc)</translation>
    </message>
</context>
<context>
    <name>TrackChoice</name>
    <message>
        <source>This file has no subtitles</source>
        <translation>В этом файле нет субтитров</translation>
    </message>
    <message>
        <source>Subtitles off</source>
        <translation>Субтитры выключены</translation>
    </message>
    <message>
        <source>Subtitles ({patterns})</source>
        <translation>Субтитры ({patterns})</translation>
    </message>
    <message>
        <source>Load subtitles</source>
        <translation>Загрузить субтитры</translation>
    </message>
</context>
<context>
    <name>TranscriptList</name>
    <message>
        <source>Search what is said</source>
        <translation>Искать в речи</translation>
    </message>
</context>
<context>
    <name>VideoGrid</name>
    <message>
        <source>Videos</source>
        <translation>Видео</translation>
    </message>
</context>
<context>
    <name>VlcBackend</name>
    <message>
        <source>libvlc does not start on this machine: its plug-ins are missing.</source>
        <translation>libvlc не запускается на этом компьютере: нет её модулей.</translation>
    </message>
</context>
</TS>
