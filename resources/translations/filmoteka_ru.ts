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
        <source>IAB Content Taxonomies (*.tsv *.txt)</source>
        <translation>IAB Content Taxonomy (*.tsv *.txt)</translation>
    </message>
    <message>
        <source>Import a tag tree</source>
        <translation>Импорт дерева тегов</translation>
    </message>
    <message numerus="yes">
        <source>{0}: %n tag(s) added.</source>
        <translation>
            <numerusform>{0}: добавлен %n тег.</numerusform>
            <numerusform>{0}: добавлено %n тега.</numerusform>
            <numerusform>{0}: добавлено %n тегов.</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} is here already.</source>
        <translation>{0}: все теги уже есть.</translation>
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
        <source>Import tag tree…</source>
        <translation>Импортировать дерево тегов…</translation>
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
    <name>Reasons</name>
    <message>
        <source>“{0}” is empty (0 bytes). Copy or download it again.</source>
        <translation>«{0}» — пустой файл (0 байт). Скопируйте или скачайте его заново.</translation>
    </message>
    <message>
        <source>{0} is empty: it holds no bytes at all.</source>
        <translation>{0} — пустой файл: в нём нет ни одного байта.</translation>
    </message>
    <message>
        <source>“{0}” holds text, not a video, whatever its name says.</source>
        <translation>«{0}» содержит текст, а не видео, что бы ни говорило имя.</translation>
    </message>
    <message>
        <source>“{0}” is a picture, not a video.</source>
        <translation>«{0}» — картинка, а не видео.</translation>
    </message>
    <message>
        <source>“{0}” is a folder, not a video file.</source>
        <translation>«{0}» — папка, а не видеофайл.</translation>
    </message>
    <message>
        <source>“{0}” is a device or a pipe, not a video file.</source>
        <translation>«{0}» — устройство или канал, а не видеофайл.</translation>
    </message>
    <message>
        <source>“{0}” holds sound only, no video.</source>
        <translation>В «{0}» есть только звук, видео нет.</translation>
    </message>
    <message>
        <source>“{0}” holds no video stream.</source>
        <translation>В «{0}» нет видеодорожки.</translation>
    </message>
    <message>
        <source>“{0}” holds a video in a format (codec) that this program cannot decode.</source>
        <translation>Видео в «{0}» записано в формате (кодеке), который программа не умеет декодировать.</translation>
    </message>
    <message>
        <source>“{0}” is incomplete: its index (moov) is missing. The recording or the download was cut off; copy or download it again.</source>
        <translation>«{0}» записан не полностью: нет индекса (moov). Запись или загрузка оборвалась; скопируйте или скачайте файл заново.</translation>
    </message>
    <message>
        <source>“{0}” begins with nothing but zeros: an unfinished download or a damaged disk.</source>
        <translation>«{0}» начинается с одних нулей: загрузка не закончена или диск повреждён.</translation>
    </message>
    <message>
        <source>“{0}” is damaged or not a video: no known format was recognised.</source>
        <translation>«{0}» повреждён или это не видео: известный формат не распознан.</translation>
    </message>
    <message>
        <source>“{0}” is damaged: its header can be read, but not one picture.</source>
        <translation>«{0}» повреждён: заголовок читается, но ни одного кадра прочитать нельзя.</translation>
    </message>
    <message>
        <source>“{0}” is not there any more: it was moved, renamed or deleted.</source>
        <translation>«{0}» больше нет на месте: файл перемещён, переименован или удалён.</translation>
    </message>
    <message>
        <source>“{0}” may not be read: no permission. Change the permissions of the file.</source>
        <translation>«{0}» нельзя прочитать: нет доступа. Измените права на файл.</translation>
    </message>
    <message>
        <source>“{0}” could not be read from the disk ({1}). Check the disk or the network share.</source>
        <translation>«{0}» не удалось прочитать с диска ({1}). Проверьте диск или сетевую папку.</translation>
    </message>
    <message>
        <source>{0} is not there any more.</source>
        <translation>{0} больше нет на месте.</translation>
    </message>
    <message>
        <source>{0} may not be read. Please check its permissions.</source>
        <translation>{0} нельзя прочитать. Проверьте права доступа.</translation>
    </message>
    <message>
        <source>{0} could not be read: {1}.</source>
        <translation>{0} не удалось прочитать: {1}.</translation>
    </message>
    <message>
        <source>{0} does not exist.</source>
        <translation>{0} не существует.</translation>
    </message>
    <message>
        <source>{0} is neither a file nor a folder.</source>
        <translation>{0} — не файл и не папка.</translation>
    </message>
    <message>
        <source>{0} is still being written. Please try again when it is complete.</source>
        <translation>{0} ещё записывается. Попробуйте снова, когда запись закончится.</translation>
    </message>
    <message>
        <source>The file holds nothing that can be read.</source>
        <translation>В файле нет ничего, что можно прочитать.</translation>
    </message>
    <message>
        <source>The file is not there any more.</source>
        <translation>Файла больше нет на месте.</translation>
    </message>
    <message>
        <source>The file cannot be reached. The work is queued again when it is back.</source>
        <translation>Файл недоступен. Работа снова встанет в очередь, когда он вернётся.</translation>
    </message>
    <message>
        <source>The decoder crashed on this file (signal {0}).</source>
        <translation>Декодер аварийно завершился на этом файле (сигнал {0}).</translation>
    </message>
    <message>
        <source>The analysis process ended on this file (exit code {0}).</source>
        <translation>Процесс анализа завершился на этом файле (код выхода {0}).</translation>
    </message>
    <message>
        <source>The analysis gave no sign of life for {0} seconds and was ended.</source>
        <translation>Анализ не отвечал {0} с и был остановлен.</translation>
    </message>
    <message>
        <source>The analysis was stopped.</source>
        <translation>Анализ остановлен.</translation>
    </message>
    <message>
        <source>Filmoteka itself failed on this file ({0}). Please report it.</source>
        <translation>На этом файле произошла ошибка в самой программе ({0}). Сообщите о ней.</translation>
    </message>
    <message>
        <source>The video is not in the library any more.</source>
        <translation>Этого видео больше нет в библиотеке.</translation>
    </message>
    <message>
        <source>The model &quot;{0}&quot; is not here.</source>
        <translation>Модели «{0}» здесь нет.</translation>
    </message>
    <message>
        <source>Install the program again: these weights come with it.</source>
        <translation>Переустановите программу: эти веса входят в неё.</translation>
    </message>
    <message>
        <source>Fetch it with &quot;filmoteka models fetch {0}&quot;.</source>
        <translation>Скачайте её здесь или командой «filmoteka models fetch {0}».</translation>
    </message>
    <message>
        <source>{0} is not whole.</source>
        <translation>{0} — неполный файл.</translation>
    </message>
    <message>
        <source>{0} cannot be read: {1}.</source>
        <translation>{0} не читается: {1}.</translation>
    </message>
    <message>
        <source>{0} is damaged: its SHA-256 is not the expected one.</source>
        <translation>{0} повреждён: его SHA-256 не такой, как ожидалось.</translation>
    </message>
    <message>
        <source>{0} arrived damaged (wrong checksum) and was deleted. Try again.</source>
        <translation>{0} скачан с повреждением (неверная контрольная сумма) и удалён. Попробуйте снова.</translation>
    </message>
    <message>
        <source>The model &quot;{0}&quot; comes with the program; there is nothing to fetch.</source>
        <translation>Модель «{0}» входит в программу; скачивать нечего.</translation>
    </message>
    <message>
        <source>The model &quot;{0}&quot; comes with the program and cannot be removed.</source>
        <translation>Модель «{0}» входит в программу, удалить её нельзя.</translation>
    </message>
    <message>
        <source>The model &quot;{0}&quot; could not be written: {1}</source>
        <translation>Модель «{0}» не удалось записать: {1}</translation>
    </message>
    <message>
        <source>The model &quot;{0}&quot; needs {1} MB, but only {2} MB are free in {3}.</source>
        <translation>Для модели «{0}» нужно {1} МБ, а в {3} свободно только {2} МБ.</translation>
    </message>
    <message>
        <source>There is no model &quot;{0}&quot;. Known are: {1}.</source>
        <translation>Модели «{0}» не существует. Известны: {1}.</translation>
    </message>
    <message>
        <source>The server at {0} does not state size and digest of {1}.</source>
        <translation>Сервер {0} не сообщает размер и контрольную сумму файла {1}.</translation>
    </message>
    <message>
        <source>The server refused: {0} for {1}. Try again later.</source>
        <translation>Сервер отказал: {0} для {1}. Попробуйте позже.</translation>
    </message>
    <message>
        <source>{0} is not reached by an encrypted connection; nothing was fetched.</source>
        <translation>Соединение с {0} не зашифровано; ничего не скачано.</translation>
    </message>
    <message>
        <source>No network: downloads are switched off (HF_HUB_OFFLINE). The built-in model keeps working.</source>
        <translation>Нет сети: загрузки отключены (HF_HUB_OFFLINE). Встроенная модель продолжает работать.</translation>
    </message>
    <message>
        <source>No network: the connection broke off several times; start again, it goes on where it stopped. The built-in model keeps working.</source>
        <translation>Нет сети: соединение несколько раз прервалось; начните снова, загрузка продолжится с того же места. Встроенная модель продолжает работать.</translation>
    </message>
    <message>
        <source>No network: {0}. The built-in model keeps working.</source>
        <translation>Нет сети: {0}. Встроенная модель продолжает работать.</translation>
    </message>
    <message>
        <source>The program ends; what has arrived is kept.</source>
        <translation>Программа закрывается; скачанная часть сохранена.</translation>
    </message>
    <message>
        <source>The system cannot report changes in {0} ({1}); the folder is looked through now and then instead.</source>
        <translation>Система не может сообщать об изменениях в {0} ({1}); вместо этого папка время от времени просматривается.</translation>
    </message>
    <message>
        <source>There is no folder with the number {0} in the library.</source>
        <translation>В библиотеке нет папки с номером {0}.</translation>
    </message>
    <message>
        <source>There is no folder {0}.</source>
        <translation>Папки {0} не существует.</translation>
    </message>
    <message>
        <source>{0} is not a folder. Please choose the folder that holds it.</source>
        <translation>{0} — не папка. Выберите папку, в которой это лежит.</translation>
    </message>
    <message>
        <source>The whole disk cannot be added. Please choose the folders that hold videos.</source>
        <translation>Весь диск добавить нельзя. Выберите папки, в которых лежат видео.</translation>
    </message>
    <message>
        <source>{0} lies in the folder {1}, which is in the library already.</source>
        <translation>{0} лежит в папке {1}, которая уже есть в библиотеке.</translation>
    </message>
    <message>
        <source>{0} holds the folder {1}, which is in the library already. Remove that one first; nothing known about its videos is lost.</source>
        <translation>{0} содержит папку {1}, которая уже есть в библиотеке. Сначала уберите её; ничего из того, что известно о её видео, не пропадёт.</translation>
    </message>
    <message>
        <source>The folder {0} cannot be made: {1}.</source>
        <translation>Не удалось создать папку {0}: {1}.</translation>
    </message>
    <message>
        <source>{0} is a folder; please name a file for the library.</source>
        <translation>{0} — папка; укажите файл библиотеки.</translation>
    </message>
    <message>
        <source>The library {0} cannot be read and written; please check its permissions.</source>
        <translation>Библиотеку {0} нельзя прочитать и записать; проверьте права доступа.</translation>
    </message>
    <message>
        <source>{0} cannot be opened as a Filmoteka library ({1}). Choose another file or restore a backup.</source>
        <translation>{0} не открывается как библиотека ({1}). Выберите другой файл или восстановите резервную копию.</translation>
    </message>
    <message>
        <source>This library was made by a newer Filmoteka (format {0}, this program reads up to {1}). Please update the program; nothing was changed.</source>
        <translation>Эта библиотека создана более новой версией программы (формат {0}, эта программа читает до {1}). Обновите программу; ничего не изменено.</translation>
    </message>
    <message>
        <source>This SQLite file belongs to another program. Please name another file.</source>
        <translation>Этот файл SQLite принадлежит другой программе. Укажите другой файл.</translation>
    </message>
    <message>
        <source>The library {0} is damaged ({1}). Restore a backup of it.</source>
        <translation>Библиотека {0} повреждена ({1}). Восстановите резервную копию.</translation>
    </message>
    <message>
        <source>The library {0} could not be used: the disk is full. Make room on it; nothing that was kept before is lost.</source>
        <translation>Библиотеку {0} не удалось использовать: диск заполнен. Освободите место; из сохранённого раньше ничего не потеряно.</translation>
    </message>
    <message>
        <source>The library {0} could not be used: the disk failed. Check that it is connected and healthy.</source>
        <translation>Библиотеку {0} не удалось использовать: сбой диска. Проверьте, подключён ли он и исправен ли.</translation>
    </message>
    <message>
        <source>The library {0} could not be used: it cannot be written. Check the permissions of the file and its folder.</source>
        <translation>Библиотеку {0} не удалось использовать: в неё нельзя записать. Проверьте права на файл и его папку.</translation>
    </message>
    <message>
        <source>The library {0} could not be used: it cannot be opened. Check that its disk is connected.</source>
        <translation>Библиотеку {0} не удалось использовать: её не удаётся открыть. Проверьте, подключён ли диск.</translation>
    </message>
    <message>
        <source>The library {0} could not be used: another program has been writing to it for half a minute. Please try again.</source>
        <translation>Библиотеку {0} не удалось использовать: другая программа пишет в неё уже полминуты. Попробуйте снова.</translation>
    </message>
    <message>
        <source>The library {0} could not be used: {1}.</source>
        <translation>Библиотеку {0} не удалось использовать: {1}.</translation>
    </message>
    <message>
        <source>The settings cannot be kept in {0}: {1}.</source>
        <translation>Не удалось сохранить настройки в {0}: {1}.</translation>
    </message>
    <message>
        <source>Your change could not be saved ({0}). Nothing else was lost.</source>
        <translation>Не удалось сохранить ваше изменение ({0}). Больше ничего не потеряно.</translation>
    </message>
    <message>
        <source>A tag needs a name.</source>
        <translation>Тегу нужно имя.</translation>
    </message>
    <message>
        <source>“{0}” cannot be moved below itself.</source>
        <translation>«{0}» нельзя переместить внутрь самого себя.</translation>
    </message>
    <message>
        <source>The tag above this place is not in the tree any more.</source>
        <translation>Тега выше этого места больше нет в дереве.</translation>
    </message>
    <message>
        <source>There is no tag with the number {0}.</source>
        <translation>Тега с номером {0} не существует.</translation>
    </message>
    <message>
        <source>A tag&apos;s name cannot hold “{0}”: it separates the levels.</source>
        <translation>В имени тега не может быть «{0}»: этот знак разделяет уровни.</translation>
    </message>
    <message>
        <source>There is a tag “{0}” at this place already.</source>
        <translation>Тег «{0}» здесь уже есть.</translation>
    </message>
    <message>
        <source>The tag tree {0} cannot be read: {1}.</source>
        <translation>Дерево тегов {0} не читается: {1}.</translation>
    </message>
    <message>
        <source>The tag tree {0} cannot be opened: {1}.</source>
        <translation>Дерево тегов {0} не открывается: {1}.</translation>
    </message>
    <message>
        <source>The map of picture classes is damaged, reinstall the program: {0}</source>
        <translation>Таблица классов изображений повреждена, переустановите программу: {0}</translation>
    </message>
    <message>
        <source>“{0}” is no IAB Content Taxonomy: its columns have other names.</source>
        <translation>«{0}» — не IAB Content Taxonomy: столбцы называются иначе.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: it is not UTF-8 text.</source>
        <translation>«{0}» не читается: это не текст UTF-8.</translation>
    </message>
    <message>
        <source>“{0}” cannot be read: {1}.</source>
        <translation>«{0}» не читается: {1}.</translation>
    </message>
    <message>
        <source>“{0}” cannot be opened: {1}.</source>
        <translation>«{0}» не открывается: {1}.</translation>
    </message>
    <message>
        <source>“{0}” does not say which version of the IAB Content Taxonomy it is.</source>
        <translation>В «{0}» не указана версия IAB Content Taxonomy.</translation>
    </message>
    <message>
        <source>“{0}”, line {1}, {2}: {3}.</source>
        <translation>«{0}», строка {1}, {2}: {3}.</translation>
    </message>
    <message>
        <source>“{0}” holds an identifier twice.</source>
        <translation>В «{0}» один идентификатор встречается дважды.</translation>
    </message>
    <message>
        <source>“{0}”: {1} is its own ancestor.</source>
        <translation>«{0}»: {1} — собственный предок.</translation>
    </message>
    <message>
        <source>“{0}”: {1} names {2} as its parent: it is missing.</source>
        <translation>«{0}»: у {1} указан родитель {2}, но его нет.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}. Choose another place.</source>
        <translation>{0} не удаётся записать: {1}. Выберите другое место.</translation>
    </message>
    <message>
        <source>{0} cannot be written: {1}.</source>
        <translation>{0} не удаётся записать: {1}.</translation>
    </message>
    <message>
        <source>{0} is not UTF-8 text.</source>
        <translation>{0} — не текст UTF-8.</translation>
    </message>
    <message>
        <source>{0} does not begin with the columns {1}.</source>
        <translation>{0} не начинается со столбцов {1}.</translation>
    </message>
    <message>
        <source>Line {0} of {1} cannot be read: {2}.</source>
        <translation>Строка {0} файла {1} не читается: {2}.</translation>
    </message>
    <message>
        <source>A segment has to end after it starts.</source>
        <translation>Конец фрагмента должен быть позже начала.</translation>
    </message>
    <message>
        <source>This segment is not there any more.</source>
        <translation>Этого фрагмента больше нет.</translation>
    </message>
    <message>
        <source>Marked by you.</source>
        <translation>Отмечено вами.</translation>
    </message>
    <message>
        <source>Corrected by you.</source>
        <translation>Исправлено вами.</translation>
    </message>
    <message>
        <source>The file&apos;s own chapter “{0}” names an intro.</source>
        <translation>Глава «{0}» в самом файле называет заставку.</translation>
    </message>
    <message>
        <source>The file&apos;s own chapter “{0}” names a recap.</source>
        <translation>Глава «{0}» в самом файле называет краткое содержание предыдущих серий.</translation>
    </message>
    <message>
        <source>The file&apos;s own chapter “{0}” names credits.</source>
        <translation>Глава «{0}» в самом файле называет титры.</translation>
    </message>
    <message>
        <source>The file&apos;s own chapter “{0}” names a preview.</source>
        <translation>Глава «{0}» в самом файле называет анонс.</translation>
    </message>
    <message>
        <source>Its title can mean something else, so it is only offered.</source>
        <translation>Название может значить и другое, поэтому пропуск только предлагается.</translation>
    </message>
    <message>
        <source>The query is too long: it has more than {0} parts.</source>
        <translation>Запрос слишком длинный: в нём больше {0} частей.</translation>
    </message>
    <message>
        <source>The query is nested too deeply.</source>
        <translation>В запросе слишком много вложенных скобок.</translation>
    </message>
    <message>
        <source>The quote {0} is not closed.</source>
        <translation>Кавычка {0} не закрыта.</translation>
    </message>
    <message>
        <source>There is a “)” too many.</source>
        <translation>Лишняя «)».</translation>
    </message>
    <message>
        <source>This “(” is not closed.</source>
        <translation>Скобка «(» не закрыта.</translation>
    </message>
    <message>
        <source>Something is missing at the end.</source>
        <translation>В конце чего-то не хватает.</translation>
    </message>
    <message>
        <source>Nothing stands before this “)”.</source>
        <translation>Перед «)» ничего нет.</translation>
    </message>
    <message>
        <source>Something has to stand before “{0}”.</source>
        <translation>Перед «{0}» должно что-то стоять.</translation>
    </message>
    <message>
        <source>“{0}” cannot be compared; write {1}:…</source>
        <translation>«{0}» нельзя сравнивать; напишите {1}:…</translation>
    </message>
    <message>
        <source>“{0}:” needs a value.</source>
        <translation>После «{0}:» нужно значение.</translation>
    </message>
    <message>
        <source>“{0}:” needs a value on one side of the dots.</source>
        <translation>После «{0}:» нужно значение хотя бы с одной стороны точек.</translation>
    </message>
    <message>
        <source>“{0}” is not known; choose one of: {1}.</source>
        <translation>«{0}» неизвестно; выберите одно из: {1}.</translation>
    </message>
    <message>
        <source>Compare “{0}”: {1}&lt;…, {2}&gt;… or a range such as {3}:…..…</source>
        <translation>Сравните «{0}»: {1}&lt;…, {2}&gt;… или укажите промежуток: {3}:…..…</translation>
    </message>
    <message>
        <source>A range is written {0}:from..to.</source>
        <translation>Промежуток пишется так: {0}:от..до.</translation>
    </message>
    <message>
        <source>“{0}” is not a number such as 2 or 0.8.</source>
        <translation>«{0}» — не число; пример: 2 или 0.8.</translation>
    </message>
    <message>
        <source>“{0}” is not a length of time such as 30m, 1h30m or 90s.</source>
        <translation>«{0}» — не длительность; пример: 30m, 1h30m или 90s.</translation>
    </message>
    <message>
        <source>“{0}” is not a size such as 700mb or 1.5gb.</source>
        <translation>«{0}» — не размер; пример: 700mb или 1.5gb.</translation>
    </message>
    <message>
        <source>“{0}” is not a date such as 2026, 2026-01 or 2026-01-31.</source>
        <translation>«{0}» — не дата; пример: 2026, 2026-01 или 2026-01-31.</translation>
    </message>
    <message>
        <source>There is no field “{0}”.</source>
        <translation>Поля «{0}» нет.</translation>
    </message>
    <message>
        <source>Did you mean “{0}”?</source>
        <translation>Может быть, «{0}»?</translation>
    </message>
    <message>
        <source>To look for the words themselves, put them in quotes.</source>
        <translation>Чтобы искать сами слова, возьмите их в кавычки.</translation>
    </message>
    <message>
        <source>There is no tag “{0}”.</source>
        <translation>Тега «{0}» нет.</translation>
    </message>
    <message>
        <source>Tags from what is seen: 1,000 kinds of things. Built in.</source>
        <translation>Теги по изображению: 1000 видов предметов. Встроена.</translation>
    </message>
    <message>
        <source>Tags from English names, subtitles and speech. Built in.</source>
        <translation>Теги по английским именам файлов, субтитрам и речи. Встроена.</translation>
    </message>
    <message>
        <source>Tags from Russian names, subtitles and speech. Built in.</source>
        <translation>Теги по русским именам файлов, субтитрам и речи. Встроена.</translation>
    </message>
    <message>
        <source>Writes down English speech. Built in.</source>
        <translation>Записывает английскую речь. Встроена.</translation>
    </message>
    <message>
        <source>Finds where somebody speaks. Built in.</source>
        <translation>Находит, где говорят. Встроена.</translation>
    </message>
    <message>
        <source>Far better tags from what is seen: any words, English and Russian, instead of 1,000 fixed kinds.</source>
        <translation>Гораздо лучшие теги по изображению: любые слова, английские и русские, вместо 1000 заданных видов.</translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages, Russian among them; English with fewer mistakes.</source>
        <translation>Записывает речь на 99 языках, в том числе на русском; английскую — с меньшим числом ошибок.</translation>
    </message>
    <message>
        <source>Writes down speech in 99 languages with far fewer mistakes; three times slower than base.</source>
        <translation>Записывает речь на 99 языках с гораздо меньшим числом ошибок; втрое медленнее, чем base.</translation>
    </message>
    <message>
        <source>The original weights of Whisper base, run by PyTorch; slower than faster-whisper-base.</source>
        <translation>Исходные веса Whisper base, работают на PyTorch; медленнее, чем faster-whisper-base.</translation>
    </message>
    <message>
        <source>The original weights of Whisper small, run by PyTorch; slower than faster-whisper-small.</source>
        <translation>Исходные веса Whisper small, работают на PyTorch; медленнее, чем faster-whisper-small.</translation>
    </message>
    <message>
        <source>Knows 400 kinds of human action from motion, several kinds of dance among them.</source>
        <translation>Узнаёт по движению 400 видов действий человека, среди них несколько видов танца.</translation>
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
