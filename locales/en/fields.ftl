# Every field of a school folder: its label in forms, and as `.help` what to write and who
# sees it, if it is not the family. Editors show the help, too (`kinfolio schema`).
#
# The name of a message is the kind of thing and the field, as in src/schema/.
# `kind-…` is the name of the thing. The readers are teachers and other staff. Words
# such as push-in, and examples in the form 2026-09-18, are written in files as they are
# here: do not translate or change them.

# Every file and every translation.
field-every-file-format = Format
    .help = Always 1, the number of the format of the school folder. It can be left out. Only staff see this.
field-every-file-example = Invented example
    .help = Yes, if everything here is invented. Leave it out in a real school. Only staff see this.
field-translation-format = { field-every-file-format }
    .help = { field-every-file-format.help }
field-translation-translation = Who translated it
    .help = Whether a person translated this file (human), a second person also reviewed it (reviewed), or nobody has reviewed a machine translation (machine). Families read a notice about a machine translation.
field-translation-reviewed-by = Reviewed by
    .help = The name of the person who reviewed the translation. Only staff see this.
field-translation-checked = Compared again on
    .help = The day on which a person compared the translation with a changed original and found that it still fits. Only staff see this.

# The school.

kind-school = School
field-school-name = Name of the school
    .help = The school’s name, as families know it.
field-school-phone = Phone
    .help = A phone number that families can always call.
field-school-text-phone = Number for text messages
    .help = A number that receives text messages. Families see it if their case manager has none.
field-school-email = Email
    .help = The email address of the office. Families see it if their case manager has none.
field-school-language = Language of the staff
    .help = The language that staff write in, by its tag, such as en. Families read it where a translation is missing.
field-school-languages = Languages for families
    .help = The languages that the school offers to families, by their tags, such as en and es.
field-school-timezone = Time zone
    .help = Where the school is, such as America/Chicago. It decides what day it is, whatever the computer’s clock shows. Only staff see this.
field-school-today = Fixed day
    .help = A day that counts as today, for examples and tests. Leave it out in a real school. Only staff see this.
field-school-year = School year
    .help = The first and the last day of the school year. Days outside are not school days. Only staff see this.
field-school-no-school = Single days without school
    .help = Single days without school. A data point on such a day brings a warning. Only staff see this.
field-school-pauses = Breaks
    .help = Breaks such as a vacation, each with its first and last day and a name. The aim line on charts is flat during a break.
field-school-schedule = Updates and reviews
    .help = How often families get an update, and on which days formal reviews are planned. Families see the next review.
field-school-interpreter = Interpreter
    .help = How families reach an interpreter: a phone number, and whether it is free.
field-school-trend = Trend line
    .help = The method for trend lines on charts, or none for no trend line. Without it, it is theil-sen.
field-school-digits = Digits
    .help = Whether pages show the digits 0 to 9 in every language (western) or those of the language (native).
field-school-charts = Direction of charts
    .help = The direction of time on charts of right-to-left pages.
field-school-words = The school’s names for support
    .help = The school’s own names for push-in, pull-out, blended, and consult. Families read them.
field-school-dates = Days in data sheets
    .help = Whether data sheets write the day before the month (day-first) or the month before the day (month-first). Only staff see this.
field-school-timetable = Timetable
    .help = The lessons of the entire day, including lunch and breaks. Families see what a child misses for support elsewhere, and the share of the week with the class.
field-school-sources = Where to read more
    .help = Where families can read about the school’s approach, each with a name and a web address.
field-school-names-that-are-words = Names that are also words
    .help = Names of students that can begin a sentence as an ordinary word, such as Will or May. At the start of a sentence, kinfolio no longer notices them as names. Only staff see this.
field-school-lint = Wording checks
    .help = How strictly kinfolio checks the wording of texts. Only staff see this.
field-school-messages = Message files
    .help = No, if kinfolio is not to write a file with its messages into the school folder and into students’ folders. Only staff see this.
field-school-access = How pages are protected
    .help = sealed: pages are encrypted, and each reader has a letter with a code. host-login: a web server asks for a user name and a password. No page shows this.
field-school-address = Address of the sites
    .help = Where the folder of sites is on the web, beginning with https://. Readers see it in their letters.
field-school-publish = Where sites are sent
    .help = Where kinfolio sends the sites. Never write a password here. No page shows this.
field-school-retention = How long pages stay online
    .help = The last day on which pages are on the host. No page shows this.
field-school-theme = Theme
    .help = Kept for later versions of kinfolio. Families do not see this yet.

kind-year = School year
field-year-from = First day
    .help = The first day of the school year, such as 2026-08-31. Only staff see this.
field-year-to = Last day
    .help = The last day of the school year, such as 2027-06-11. Only staff see this.

kind-pause = Break
field-pause-from = First day
    .help = The first day of the break, such as 2026-12-21.
field-pause-to = Last day
    .help = The last day of the break, such as 2027-01-01.
field-pause-name = Name of the break
    .help = What the break is called, such as Winter break. Families do not see this yet.

kind-schedule = Updates and reviews
field-schedule-updates = How often updates come
    .help = How often families get an update. A late update brings a warning. Only staff see this.
field-schedule-reviews = Days of formal reviews
    .help = The days on which formal reviews are planned, such as 2026-11-20. Families see the next one.

kind-interpreter = Interpreter
field-interpreter-phone = Phone
    .help = The number to call for an interpreter.
field-interpreter-free = Free of charge
    .help = No, if the interpreter is not free for families. Without it, it is yes.
field-interpreter-languages = Languages
    .help = The languages for which there is an interpreter, by their tags, such as es and ar. Families do not see this yet.

kind-charts = Charts
field-charts-rtl = Charts on right-to-left pages
    .help = keep: time runs from left to right on every page. mirror: it runs from right to left on right-to-left pages.

kind-model-names = The school’s names for support
field-model-names-push-in = Name for push-in
    .help = A few words that families read for support inside the classroom, such as In-class support.
field-model-names-pull-out = Name for pull-out
    .help = A few words that families read for support in a separate place, such as Small-group time.
field-model-names-blended = Name for blended
    .help = A few words that families read for support that is partly in class and partly in a small group.
field-model-names-consult = Name for consult
    .help = A few words that families read for advice from a specialist to the teacher.

kind-block = Lesson in the timetable
field-block-class = Classes
    .help = The class or classes that have this lesson, as they are called in students’ files. Without it, everyone has it. Only staff see this.
field-block-day = Day of the week
    .help = The day of the week of this lesson, from mon to sun.
field-block-days = Days of the week
    .help = The days of the week of this lesson, from mon to sun.
field-block-start = Start
    .help = The time at which the lesson begins, such as 9:00.
field-block-end = End
    .help = The time at which the lesson ends, such as 9:45.
field-block-subject = Subject
    .help = The lesson, as it reads after “part of”: independent reading.
field-block-core = Core lesson
    .help = Yes, for a lesson that no student should miss for support. Families read that their child never misses it.

kind-lint = Wording checks
field-lint-words = Checks of words
    .help = warn: wording that families may not understand or that hurts brings a warning. stop: it is an error. off: it is not checked. Only staff see this.
field-lint-reading-grade = Highest grade level without a warning
    .help = The highest grade level of texts for families that brings no warning, such as 6. Only staff see this.
field-lint-reading-stop = Grade level that is an error
    .help = A text above this grade level is an error for that student, such as 9. Without it, the reading level is never an error. Only staff see this.
field-lint-update-words = Most words of an update
    .help = How many words an update can have without a warning, such as 120. Only staff see this.

kind-source = Where to read more
field-source-name = Name
    .help = What the website, the book, or the paper is called.
field-source-url = Web address
    .help = The web address, beginning with https://.

kind-publish = Publishing
field-publish-to = Host
    .help = The address of the host: a folder, or an address that begins with sftp://, s3://, or https://. Never write a password here. No page shows this.
field-publish-endpoint = Address of the storage service
    .help = For buckets outside of AWS: the web address of the service, beginning with https://. No page shows this.
field-publish-region = Region
    .help = For buckets: the region, such as us-east-2. No page shows this.

kind-retention = How long pages stay online
field-retention-until = Last day
    .help = The last day on which pages are on the host, such as 2027-06-30. The first publication after that takes all sites down. No page shows this.

# People: staff, and readers of several students.

kind-staff = Staff

kind-person = Staff member
field-person-name = Name
    .help = The name as families say it, such as Ms. Elena Ortiz. In a translation, write it as it reads inside a sentence.
field-person-role = Role
    .help = The short name of a role in the library, such as special-education-teacher.
field-person-phone = Phone
    .help = A phone number. Write an extension after it, such as 555-0143 ext. 12.
field-person-text-phone = Number for text messages
    .help = A number that receives text messages, without an extension. It is often not the desk phone.
field-person-email = Email
    .help = An email address, such as ortiz@example.org.
field-person-hours = Best time to call
    .help = A few words about when to call, such as 7:30 to 3:30.
field-person-languages = Languages
    .help = The languages this person speaks, by their tags, such as en and es.
field-person-example = Invented person
    .help = Yes, if this person is invented. Leave it out for real people. Only staff see this.

kind-families = Readers of several students

kind-reader = Reader of several students
field-reader-students = Students
    .help = The folders of the students whose pages this person may open, such as mateo and lucia. Only staff see this.
field-reader-language = { field-guardian-language }
    .help = { field-guardian-language.help }
field-reader-pages = { field-guardian-pages }
    .help = { field-guardian-pages.help }
field-reader-until = { field-guardian-until }
    .help = { field-guardian-until.help }
field-reader-example = { field-guardian-example }
    .help = { field-guardian-example.help }

# The library.

kind-role = Role
field-role-name = Name of the role
    .help = What the role is called, such as Special education teacher.
field-role-plain = What this person does
    .help = In plain language, what a person with this role does, such as Teaches small groups and plans the help.

kind-support = Support
field-support-kind = Kind of support
    .help = universal: everyone in the class has it. accommodation: how the student learns is different. scaffold: it is removed step by step. modification: what the student is expected to learn is different.
field-support-text = The support
    .help = What the support is, in plain language, such as Directions are read out loud.
field-support-where = Where
    .help = Where the student has the support, such as all classes.
field-support-for = What for
    .help = What the support is for, such as long texts.
field-support-fade-by = Phase out by
    .help = The day by which the support is to be phased out, such as 2027-03-01.
field-support-family-note = Note for the family
    .help = For a modification: what it means for the student, such as He reads shorter texts than his class.

kind-prompt-hierarchy = Prompt hierarchy
field-prompt-hierarchy-kind = Kind of list
    .help = Always ladder. No page shows this.
field-prompt-hierarchy-levels = Prompt levels
    .help = The levels of help, most help first. The last one means that the student works alone.

kind-level = Prompt level
field-level-id = Letter
    .help = One to three letters that stand for this level in the data, such as G or FP.
field-level-name = Name for staff
    .help = What staff call this level, such as gesture. Families read it if there is no name for families.
field-level-family = Name for families
    .help = What families read, in plain language, such as a point or a look.

kind-term = Glossary entry
field-term-also = Other forms
    .help = Other forms of the term, with commas between them, such as aim lines, goal line. Texts are searched for them. No page shows this.
field-term-title-alone = Title counts as the term
    .help = No, if the title is also an everyday word, such as trial. Then texts are searched for the other forms only. No page shows this.

kind-explainer = Text about a kind of goal
field-explainer-areas = Areas
    .help = The areas of goals that this text fits, such as reading. Only staff see this.

kind-partner = Free help nearby
field-partner-name = Name
    .help = What the place is called, such as City library.
field-partner-what = What it offers
    .help = What families get there, in plain language, such as Free help with homework.
field-partner-phone = Phone
    .help = A phone number. A phone number or a web address is needed.
field-partner-url = Web address
    .help = The web address, beginning with https://. A phone number or a web address is needed.
field-partner-languages = Languages
    .help = The languages spoken there, by their tags, such as en and es.
field-partner-checked = Last verified on
    .help = The day on which you last verified all of this. After a year, there is a warning. Only staff see this.

kind-tip = Tip for home
field-tip-routine = Time of the day at home
    .help = When families can do it, such as dinner or bedtime. Without it, any time of the day is fine.
field-tip-minutes = Minutes
    .help = How many minutes it takes, from 1 to 10.
field-tip-times = How often
    .help = A few words, such as 3 times a week.
field-tip-materials = What you need
    .help = What the family needs for it, such as any book. It should cost nothing.
field-tip-good-if = It goes well if
    .help = What shows that it goes well, such as he asks for one more page.
field-tip-stop-if = Stop if
    .help = What shows that it is time to stop, such as he is tired.
field-tip-from = First day
    .help = The first day to show the tip, such as 2026-11-02. Only staff see this.
field-tip-until = Last day
    .help = The last day to show the tip, such as 2026-12-18. Only staff see this.
field-tip-areas = Areas
    .help = Kept for later: the areas of goals that the tip fits. Families do not see this yet.
field-tip-goal = Goal
    .help = Kept for later: the goal that the tip is for. To show a tip at a goal, name it in the goal. Families do not see this yet.
field-tip-goals = Goals
    .help = Kept for later: the goals that the tip is for. To show a tip at a goal, name it in the goal. Families do not see this yet.
field-tip-where-else = Where else
    .help = Kept for later: where else it works. Families do not see this yet.
field-tip-language = Language
    .help = Kept for later: the language in which the family does it. Families do not see this yet.

kind-word-list = Word list
field-word-list-sentence-words = Words in a sentence
    .help = A text whose sentences have more words than this on average brings a note. No page shows this.
field-word-list-entries = Entries
    .help = Wording that is checked in texts of this language. No page shows this.
field-word-list-names = Names that are also words
    .help = First names in lowercase that are also ordinary words, such as will and may. No page shows this.
field-word-list-months = Names that are also months
    .help = First names in lowercase that are also months, such as may. No page shows this.
field-word-list-before-months = Words before a month
    .help = Words that stand before a month and show that no person is meant, such as in. No page shows this.

kind-wording = Entry of a word list
field-wording-words = Words
    .help = The words or phrases that are checked, such as struggling. No page shows this.
field-wording-kind = Kind of problem
    .help = What is wrong with the words, such as deficit or jargon. fine: they are not checked. No page shows this.
field-wording-instead = What to write instead
    .help = Words that the message suggests instead, such as is learning to. Only staff see this.
field-wording-unless = Words that make it fine
    .help = If one of these is in the same sentence, there is no message. No page shows this.

# A student and the family.

kind-student = Student
field-student-name = Full name
    .help = The full name as the family writes it. kinfolio looks for it in other students’ texts. Only staff see this.
field-student-call-name = What everyone says
    .help = The name that everyone says, such as Mateo. Families read it on every page.
field-student-pronouns = Pronouns
    .help = she, he, or they. The pages speak of the student in this way.
field-student-home-languages = Languages of the family
    .help = The languages the family reads, by their tags, from those the school offers. The pages open in the first one.
field-student-guardians = Guardians
    .help = A word for each person who may open the pages, such as mother and father. Each gets a letter. Only staff see this.
field-student-case-manager = Case manager
    .help = The short name of the person whom the family calls first, as in the staff list.
field-student-team = Team
    .help = The people who support the student, each with a line about what they do.
field-student-grade = Grade
    .help = The grade, such as 3. Families do not see this yet.
field-student-class = Class
    .help = The class, as the timetable calls it, such as Room 12. Families do not see this yet.
field-student-interpreter = Needs an interpreter
    .help = Yes, if the family needs an interpreter. Families do not see this yet.
field-student-strengths = Strengths
    .help = What the student does well, one short text for each, such as Tells long, funny stories.
field-student-voice = In the student’s own words
    .help = What the student says, in their own words, such as I like to read to my sister.
field-student-family = The family
    .help = What the family hopes and asks for.
field-student-supports = Supports
    .help = Supports of this student: short names from the library, or supports written out here.
field-student-consent = Consent
    .help = What the family agreed to in writing. Only staff see this.
field-student-show-label = Family wants the eligibility label
    .help = Yes, if the family wants an eligibility label on its pages. Without it, a label is an error. Only staff see this.
field-student-publish = Make a site
    .help = No, if there is to be no site for this student. Only staff see this.
field-student-expires = No site after
    .help = The last day on which a site is made, such as 2027-06-30. No page shows this.
field-student-may-mention = Students who may be named
    .help = Names of other students that this student’s texts may contain, if both families agree. Only staff see this.
field-student-sort = Order
    .help = A number or a word for your own order of folders. kinfolio does not read it. Only staff see this.

kind-guardian = Guardian
field-guardian-id = Short name
    .help = A word that tells this student’s guardians apart, such as mother or grandma. Only staff see this.
field-guardian-language = Language of the letter
    .help = The language of the letter and of the first page, by its tag, such as es. Only the reader of the letter sees this.
field-guardian-pages = Pages this person may open
    .help = The only parts of the site that this person may open, for example because a court said so. Without it, all. Only staff see this.
field-guardian-until = May open pages until
    .help = The last day on which this person may open anything, such as 2027-06-11. Only staff see this.
field-guardian-example = Invented reader
    .help = Yes, if this reader is invented. Leave it out for real people. Only staff see this.

kind-member = Team member
field-member-person = Person
    .help = The short name of a person in the staff list, such as ortiz.
field-member-does = What this person does
    .help = What this person does for the student, in plain language, such as Reads with him in class.

kind-voice = In the student’s own words
field-voice-text = Words
    .help = The student’s own words. For a drawing, describe what it shows.
field-voice-kind = How they came to be
    .help = Whether the student said it (said), wrote it (wrote), or drew it (drew).

kind-family = The family
field-family-hopes = What the family hopes
    .help = What the family hopes for their child, in their own words, such as That he reads to his little sister.
field-family-asks = What the family asked for
    .help = What the family asked for, one text for each request, with what you did about it.
field-family-words = The family’s own terms
    .help = Terms that the family uses for their child, so that kinfolio does not report them. Only staff see this.

kind-ask = Request of the family
field-ask-ask = What the family asked for
    .help = What the family asked for, in plain language, such as More time to read.
field-ask-did = What you did
    .help = What the school did about it, in plain language.

kind-consent = Consent
field-consent-photo = Photos
    .help = Yes, if the family agreed in writing to photos and pages of work. Without it, no picture is shown. Only staff see this.
field-consent-audio = Sound recordings
    .help = Yes, if the family agreed in writing to sound recordings. Families do not see this yet.

kind-update = Update
field-update-by = Written by
    .help = The short name of the person who wrote it, as in the staff list.
field-update-goals = Goals it is about
    .help = The goals that the update is about, by their short names, such as reading-aloud.
field-update-photo = Photos
    .help = One photo or several. They need the family’s consent in writing.

kind-picture = Picture
field-picture-file = File
    .help = The name of a JPEG, PNG, or WebP file in the student’s folder “files”, such as photo.jpg.
field-picture-alt = What it shows
    .help = What the picture shows, for people who cannot see it. For a page of writing, give the text.
field-picture-caption = Caption
    .help = A few words below the picture, such as His piece of November 16.
field-picture-faces = People in the picture
    .help = none: nobody can be recognized. ok: everyone who can be recognized has agreed. not-ok: somebody has not, and the picture is refused. Only staff see this.

kind-words = Text

# Goals.

kind-goal = Goal
field-goal-title = Title
    .help = The skill, in plain language, such as Reading out loud, smoothly.
field-goal-area = Area
    .help = The area of the goal, such as reading or social. Families do not see this yet.
field-goal-measure = What is counted
    .help = What you count for this goal, such as words-per-minute or percent. Families read the numbers in this form.
field-goal-baseline = Baseline
    .help = Where the student started: the day of the last baseline probe, and one value or several.
field-goal-target = Target
    .help = The number or the level to reach, in the unit of the measure, such as 90.
field-goal-by = Target date
    .help = The day by which the target is to be reached, after the baseline and within five years, such as 2027-05-28.
field-goal-direction = Direction
    .help = Whether the numbers are to go up (increase), go down (decrease), or stay (maintain). kinfolio compares it with the target. Only staff see this.
field-goal-mastery = Mastery criterion
    .help = The rule for when the goal is met. The wording of an IEP is read, too, such as 80% on 4 of 5 probes.
field-goal-what = What the goal means
    .help = What the student does when this goal is met, in plain language, such as He reads a page out loud.
field-goal-why = Why it matters
    .help = Why the skill matters to this student, in a sentence or two.
field-goal-how-checked = How it is checked
    .help = How and how often you check the skill, such as One page each Friday.
field-goal-where-used = Where it helps in life
    .help = Where the skill helps in life, one place for each entry, such as at the library.
field-goal-owners = Who works on it
    .help = The people who work on this goal, by their short names in the staff list.
field-goal-tips = Tips for home
    .help = Tips that fit this goal, by their short names, from this student’s tips or from the library.
field-goal-explainer = Text about this kind of goal
    .help = The short name of a text in the library about this kind of goal. Families can open it under “Why it matters”.
field-goal-priority = Order
    .help = A number for the order of the goals: 1 comes first. The first page shows three goals at the top.
field-goal-changes = Changes of the plan
    .help = What changed and on which day. Each change starts a new phase on the chart.
field-goal-closed = End of the goal
    .help = The day on which the goal ended, and the result. From that day, the goal is among the finished goals.
field-goal-agreed = Agreed on
    .help = The day on which the goal was agreed on, or the day and the people who agreed.
field-goal-iep = In the IEP
    .help = The place of this goal in the IEP, and the IEP’s own wording.
field-goal-standard = What the class works on
    .help = The standard that the class works on, by its code and in plain language. Families see the plain language.
field-goal-benchmarks = Benchmarks
    .help = What most children of the class are expected to reach, and on which day. Families see this only if you share it with them.
field-goal-share = Share the benchmarks
    .help = Yes, if the family is to see the benchmarks. Without it, the family does not see them. Only staff see this.
field-goal-kind = Kind of goal
    .help = Whether the goal is to master a skill (mastery) or to reach an outcome (outcome). Only staff see this.
field-goal-work = Student’s work
    .help = One picture of the student’s own work or several. They need the family’s consent in writing.
field-goal-data = Data points
    .help = The result of each check, under its day. Families see the chart and all the numbers.

kind-baseline = Baseline
field-baseline-date = Day
    .help = The day of the last baseline probe, such as 2026-09-11. It cannot be in the future.
field-baseline-values = Values
    .help = The values of the baseline probes, such as 41, 46, 43, or one under each day. Families see their median.
field-baseline-value = Value
    .help = The value of a single baseline probe, in the unit of the measure, such as 43.
field-baseline-note = Note
    .help = A few words about the baseline, such as Three pages on one day.
field-baseline-sure = Unusual and right
    .help = Yes, if a person has checked an unusual number and it is right. Only staff see this.

kind-target = Target
field-target-value = Target
    .help = The number or the level to reach, in the unit of the measure, such as 300.
field-target-sure = { field-baseline-sure }
    .help = { field-baseline-sure.help }

kind-mastery = Mastery criterion
field-mastery-at-least = At least
    .help = The value that is enough, if the numbers are to go up, in the unit of the measure, such as 90.
field-mastery-at-most = At most
    .help = The value that is enough, if the numbers are to go down, in the unit of the measure, such as 3.
field-mastery-times = Times
    .help = On how many checks the value has to be reached, such as 4. Without it, 1.
field-mastery-of = Out of
    .help = Of how many checks in a row, such as 5. Without it, as many as the times.
field-mastery-strict-window = All checks have to exist
    .help = Yes, if the goal is not met before all these checks have taken place. Only staff see this.
field-mastery-sure = { field-baseline-sure }
    .help = { field-baseline-sure.help }

kind-change = Change of the plan
field-change-date = Day
    .help = The day of the change, such as 2026-10-19. An upcoming change is not shown before its day.
field-change-kind = Kind of change
    .help = What changed, such as strategy or setting. Families do not see this yet.
field-change-from = Before
    .help = What it was like before, in a few words, such as one long lesson.
field-change-to = After
    .help = What it is like now, in a few words, such as two short lessons. It is also the label on the chart.
field-change-why = Why
    .help = Why the plan changed, in a sentence.
field-change-steps-before = Number of steps before
    .help = How many steps the list had until this day, such as 6. Older codes are checked against it. No page shows this.

kind-closed = End of a goal
field-closed-on = Day
    .help = The day on which the goal ended, such as 2026-11-20.
field-closed-outcome = Result
    .help = The result, in plain language, such as Reads a page without help.

kind-iep = Goal in the IEP
field-iep-ref = Place in the IEP
    .help = Where the goal is in the IEP, such as Goal 1.
field-iep-text = IEP wording
    .help = The IEP’s own wording of the goal.

kind-agreed = Agreement on a goal
field-agreed-on = Day
    .help = The day on which the goal was agreed on, such as 2026-09-15.
field-agreed-by = People
    .help = Who agreed: family, student, or short names from the staff list.

kind-standard = What the class works on
field-standard-code = Code
    .help = The code of the standard, such as RF.3.4. Only staff see this.
field-standard-plain = In plain language
    .help = What the class works on, in plain language, such as read grade 3 text smoothly.

kind-benchmark = Benchmark
field-benchmark-date = Day
    .help = The day by which most children are expected to reach it, such as 2027-05-28. Families see this only if you share the benchmarks.
field-benchmark-expected = Expected value
    .help = The value, in the unit of the measure, such as 112. Families see this only if you share the benchmarks.
field-benchmark-source = Source
    .help = Where the value comes from, such as Hasbrouck and Tindal, 2017. Families see this only if you share the benchmarks.
field-benchmark-plain = In plain language
    .help = What the value means, such as Half of all readers in grade 3. Families see this only if you share the benchmarks.

kind-measure = Measure
field-measure-kind = Kind of measure
    .help = What you count, such as words-per-minute, percent, count, or level.
field-measure-unit = Unit
    .help = What is counted: a plural noun in lowercase, such as word cards right. For a measure of time: seconds or minutes.
field-measure-total = Number of trials
    .help = How many trials or intervals each check has, if it is always the same, such as 10.
field-measure-method = Method
    .help = How intervals are counted: partial, whole, or momentary. Families do not see this yet.
field-measure-window = Minutes of observation
    .help = In how many minutes you count, such as 15.
field-measure-told = What families read
    .help = The sum of all episodes (total), their mean (mean), or their share of the session (share).
field-measure-cap = Longest time
    .help = The time at which you stop waiting, in the unit of the measure, such as 60. Families read “or longer” there.
field-measure-levels = Levels
    .help = The levels in their order, the first one first, each in a few words. Goal attainment has five, the one for −2 first.
field-measure-thing = What the levels describe
    .help = What the levels describe, such as writing. Families do not see this yet.
field-measure-steps = Steps
    .help = The steps in their order, each in a few words, such as Turn on the water.
field-measure-ladder = Prompt hierarchy
    .help = The short name of a prompt hierarchy in the library, such as prompts.
field-measure-items = Items to learn
    .help = Everything that is to be learned, one entry for each, such as letters or words.
field-measure-min = Lowest score
    .help = The lowest possible score, such as 0.
field-measure-max = Highest score
    .help = The highest possible score, such as 20.

kind-observation = Data point
field-observation-date = Day
    .help = The day of the check, such as 2026-11-17. It cannot be in the future.
field-observation-value = Value
    .help = The result in its short form, such as 44 or 8/10.
field-observation-percent = Percent
    .help = The percent, if you know only the percent, such as 80. “8 of 10” tells more.
field-observation-correct = Correct
    .help = How many trials were correct, such as 8.
field-observation-yes = Intervals with the behavior
    .help = In how many intervals it happened, such as 7.
field-observation-total = Out of
    .help = How many trials or intervals there were, such as 10. It can be left out if the measure says so.
field-observation-attempted = Words attempted
    .help = How many words the student read, right or wrong, such as 49.
field-observation-errors = Errors
    .help = How many of these words were wrong, such as 5.
field-observation-count = Count
    .help = How many times it happened, such as 3.
field-observation-episodes = Times of one session
    .help = How long each episode or each wait of one session was, in the unit of the measure, such as 4, 6, 2.
field-observation-minutes = Minutes
    .help = For a rate, how many minutes you observed. For a time, its minutes.
field-observation-seconds = Seconds
    .help = For reading, how many seconds the student read, if it was not 60. For a time, its seconds.
field-observation-session = Length of the session
    .help = How long the entire session was, in the unit of the measure, such as 45.
field-observation-code = Letters of the steps
    .help = One letter of the prompt hierarchy for each step, such as AAGA. A means alone.
field-observation-items = Items learned so far
    .help = Everything that the student has learned so far, such as m, s, a.
field-observation-level = Level
    .help = The number of the level, such as 3, or a letter of the prompt hierarchy, such as G.
field-observation-setting = Where
    .help = small-group (if you leave it out), class, or elsewhere. Families see it as the shape of the marker.
field-observation-note = Note for the family
    .help = A few words, such as a page about bats. They are not translated.
field-observation-sure = { field-baseline-sure }
    .help = { field-baseline-sure.help }
field-observation-staff-note = Note for staff
    .help = Anything you want to remember about this check. Only staff see this.
field-observation-by = Checked by
    .help = Who did the check, such as ortiz. Only staff see this.

kind-row = Row of a data sheet
field-row-date = { field-observation-date }
    .help = { field-observation-date.help }
field-row-value = { field-observation-value }
    .help = { field-observation-value.help }
field-row-percent = { field-observation-percent }
    .help = { field-observation-percent.help }
field-row-correct = { field-observation-correct }
    .help = { field-observation-correct.help }
field-row-yes = { field-observation-yes }
    .help = { field-observation-yes.help }
field-row-total = { field-observation-total }
    .help = { field-observation-total.help }
field-row-attempted = { field-observation-attempted }
    .help = { field-observation-attempted.help }
field-row-errors = { field-observation-errors }
    .help = { field-observation-errors.help }
field-row-count = { field-observation-count }
    .help = { field-observation-count.help }
field-row-episodes = { field-observation-episodes }
    .help = { field-observation-episodes.help }
field-row-minutes = { field-observation-minutes }
    .help = { field-observation-minutes.help }
field-row-seconds = { field-observation-seconds }
    .help = { field-observation-seconds.help }
field-row-session = { field-observation-session }
    .help = { field-observation-session.help }
field-row-code = { field-observation-code }
    .help = { field-observation-code.help }
field-row-items = { field-observation-items }
    .help = { field-observation-items.help }
field-row-level = { field-observation-level }
    .help = { field-observation-level.help }
field-row-setting = { field-observation-setting }
    .help = { field-observation-setting.help }
field-row-note = { field-observation-note }
    .help = { field-observation-note.help }
field-row-sure = { field-observation-sure }
    .help = { field-observation-sure.help }
field-row-staff-note = { field-observation-staff-note }
    .help = { field-observation-staff-note.help }
field-row-by = { field-observation-by }
    .help = { field-observation-by.help }

# Services.

kind-services = Services

kind-service = Service
field-service-kind = Kind of service
    .help = What the service is for, such as reading or speech-language.
field-service-model = How it is delivered
    .help = push-in: inside the classroom. pull-out: in a separate place. blended: both. consult: a specialist advises the teacher. Families read the school’s own words for it.
field-service-who = Who
    .help = The people who give the service, by their short names in the staff list.
field-service-with = Together with
    .help = The people they work with, such as the classroom teacher, by their short names in the staff list.
field-service-where = Where
    .help = The place, such as Room 4.
field-service-during = During
    .help = The lesson in which it takes place, such as independent reading. It is shown for support in class.
field-service-group-size = Children in the group
    .help = The number of children in the group, including this one, such as 4. It is shown for small-group time.
field-service-days = Days of the week
    .help = The days of the week, from mon to sun, such as mon and wed.
field-service-start = Start
    .help = The time at which it begins, such as 10:10.
field-service-end = End
    .help = The time at which it ends, such as 10:35.
field-service-frequency = How often
    .help = How many times a day, a week, or a month, such as 2 x weekly.
field-service-minutes = Minutes each time
    .help = How many minutes it takes each time, a whole number, such as 25.
field-service-parts = Parts
    .help = For a blended service, at least one part in class and one in a separate place.
field-service-since = First day
    .help = The first day of the service, such as 2026-09-08. Families see the service from this day.
field-service-until = Last day
    .help = The last day of the service, such as 2027-06-11.
field-service-goals = Goals
    .help = The goals that the service works on, by their short names, such as vowel-pairs.
field-service-looks-like = What it looks like
    .help = What one would see, in at most 40 words, such as Two children read to each other.
field-service-instead-of = Instead of
    .help = What the class does meanwhile, as the timetable calls it, such as independent reading. It is shown if there is no timetable.
field-service-core-exception = Why it replaces a core lesson
    .help = Why the service can take place during a core lesson, and the day on which that was decided.
field-service-return-plan = Return to the lesson
    .help = How the child returns to the lesson, such as He is back before writing begins.
field-service-exit = When it can change
    .help = What shows that the service can change, such as When he reads 18 of 20 word cards right.
field-service-why = Why it is done this way
    .help = Why the service is as it is: one of the three reasons or more.
field-service-coteach = How two adults teach
    .help = How two adults teach the class together, such as station or team. Families read it in plain words.
field-service-materials = Materials
    .help = What is used, one entry for each, such as letter tiles.
field-service-peers = Classmates
    .help = How classmates take part, such as A partner reads along.
field-service-iep-minutes = Minutes in the IEP
    .help = Minutes a week as in the IEP, such as 100. A different sum brings a warning. Only staff see this.
field-service-track-minutes = Record minutes
    .help = No, if nobody records the minutes of this service. Only staff see this.

kind-part = Part of a blended service
field-part-model = How it is delivered
    .help = push-in: inside the classroom. pull-out: in a separate place. Families read the school’s own words for it.
field-part-times = Times a week
    .help = How many times a week, such as 2.
field-part-frequency = { field-service-frequency }
    .help = { field-service-frequency.help }
field-part-minutes = { field-service-minutes }
    .help = { field-service-minutes.help }
field-part-days = { field-service-days }
    .help = { field-service-days.help }
field-part-start = { field-service-start }
    .help = { field-service-start.help }
field-part-end = { field-service-end }
    .help = { field-service-end.help }
field-part-where = { field-service-where }
    .help = { field-service-where.help }
field-part-who = { field-service-who }
    .help = { field-service-who.help }

kind-frequency = How often
field-frequency-times = Times
    .help = How many times, such as 2.
field-frequency-per = In a
    .help = The time in which they are counted: day, week, or month.

kind-why = Why a service is done this way
field-why-needs = What the student needs
    .help = What the student needs it for, such as A quiet place helps him hear the sounds in words.
field-why-class = What the class does
    .help = What the class does at that time, such as The class reads silently.
field-why-goals = What the goals need
    .help = How it fits the goals, such as Two short lessons fit this goal.

kind-core-exception = Exception for a core lesson
field-core-exception-reason = Reason
    .help = Why the service can take place during a core lesson, such as The only time with a quiet room.
field-core-exception-decided = Decided on
    .help = The day on which that was decided, such as 2026-09-15.

kind-minutes = Week of service minutes
field-minutes-week = Week
    .help = The Monday of the week, such as 2026-10-26. It cannot be in the future.
field-minutes-service = Service
    .help = The short name of the service, such as small-group-reading. Only staff see this.
field-minutes-planned = Planned minutes
    .help = How many minutes were planned for this week, such as 100.
field-minutes-given = Provided minutes
    .help = How many minutes were provided in this week, such as 50.
field-minutes-no-school = No school
    .help = Minutes that were not provided because there was no school, such as 30. Families read the reason without blame.
field-minutes-staff-away = Staff away
    .help = Minutes that were not provided because staff were away, such as 50. Families read the reason without blame.
field-minutes-student-away = Student away
    .help = Minutes that were not provided because the student was away, such as 30. Families read the reason without blame.
field-minutes-other = Another reason
    .help = Minutes that were not provided for another reason, such as 30.
field-minutes-sure = { field-baseline-sure }
    .help = { field-baseline-sure.help }

# Reviews.

kind-review = Review
field-review-kind = Kind of review
    .help = formal: every open goal gets a decision. brief: a quick check-in.
field-review-period = Days under review
    .help = The first and the last day under review. The page counts the checks in them.
field-review-present = Who was there
    .help = Who was there: family, mother, father, student, interpreter, short names from the staff list, or other names.
field-review-goals = Decisions
    .help = One decision for each goal, under the short name of the goal.
field-review-next-review = Next review
    .help = The day of the next review, after this one, such as 2027-02-12.

kind-period = Days under review
field-period-from = First day
    .help = The first day under review, such as 2026-09-08.
field-period-to = Last day
    .help = The last day under review, such as 2026-11-20.

kind-review-goals = Decisions of a review

kind-decision = Decision about a goal
field-decision-decision = Decision
    .help = What the team decided: continue, adjust, raise, transition, met, or end.
field-decision-status = Status
    .help = How the goal is going, as the team sees it, such as on-path. kinfolio never computes it.
field-decision-why = Why
    .help = What the decision is based on, with a number, such as From 43 to 58 words in a minute.
field-decision-what-changes = What changes
    .help = What changes in the plan, such as Two short lessons in place of a long one. A decision to adjust needs it.
field-decision-from = Starting
    .help = The first day of the change, such as 2026-11-23. A decision to adjust needs it.
field-decision-next = What comes next
    .help = What you do next, in a few words, such as the same plan.
field-decision-maintain = Maintenance
    .help = How the team checks that the skill lasts: the value to keep, and the days.

kind-maintain = Maintenance
field-maintain-floor = Value to keep
    .help = The value to keep, in the unit of the measure, such as 90.
field-maintain-checks = Days of the checks
    .help = The days on which you check again, such as 2027-01-15.

# Meetings.

kind-meetings = Meetings

kind-meeting = Meeting
field-meeting-date = Day
    .help = The day of the meeting, such as 2026-12-03. For a recurring meeting, the first one.
field-meeting-kind = Kind of meeting
    .help = planning: teachers only. family: with the family. iep: the IEP team. review: a review of the plan.
field-meeting-every = Repeats every
    .help = week, two-weeks, or month, for a recurring meeting. Days without school are skipped.
field-meeting-time = Time
    .help = The time at which it begins, such as 15:30.
field-meeting-where = Where
    .help = The place, such as Room 12.
field-meeting-who = Who
    .help = The people of the school who come, by their short names in the staff list.
field-meeting-family-invited = Family is invited
    .help = Whether the family is invited. Without it, yes, except for planning. Only staff see this.
field-meeting-interpreter = Interpreter
    .help = The language of the interpreter, by its tag, such as es, or yes. No, if the family wants nobody.
field-meeting-next = Next meeting
    .help = Yes, if this is the next meeting. Then a day in the past is an error. Only staff see this.
field-meeting-notes = Notes for staff
    .help = Anything you want to remember. Only staff see this.

# Transitions.

kind-transition = Transition
field-transition-kind = What changes
    .help = What changes: setting, grade, school, or program.
field-transition-service = Service
    .help = The short name of the service that changes, such as small-group-reading.
field-transition-from = Before
    .help = What it is like before the change, such as the model, the times a week, the minutes, and the place.
field-transition-to = After
    .help = What it is like after the change, such as the model, the times a week, the minutes, and the place.
field-transition-why = Why
    .help = Why it changes, in plain language, such as She met her reading goal.
field-transition-stays-same = What stays the same
    .help = What stays the same, one text for each thing. The family’s page begins with it.
field-transition-watch-for = Signs that it goes well
    .help = What shows that it goes well, one text for each sign, such as She asks for help.
field-transition-supports-first-weeks = Support in the first weeks
    .help = Support in the first weeks after the change, one text for each, such as A quiet place.
field-transition-steps = Steps
    .help = What has to be done before the change, each with a day.
field-transition-check-on = Days to check
    .help = The days on which you look together at how it goes, not before the change, such as 2026-12-14.
field-transition-handoff = Handoff
    .help = What the current team gives to the next team, and when the family was told.

kind-arrangement = Support before or after a transition
field-arrangement-model = How it is delivered
    .help = push-in: inside the classroom. pull-out: in a separate place. blended: both. consult: a specialist advises the teacher.
field-arrangement-times = { field-part-times }
    .help = { field-part-times.help }
field-arrangement-minutes = { field-service-minutes }
    .help = { field-service-minutes.help }
field-arrangement-where = { field-service-where }
    .help = { field-service-where.help }
field-arrangement-grade = Grade
    .help = The grade, such as 4.
field-arrangement-school = School
    .help = The name of the school.
field-arrangement-program = Program
    .help = The name of the program, in plain language, such as the work program.
field-arrangement-parts = { field-service-parts }
    .help = { field-service-parts.help }

kind-step = Step of a transition
field-step-by = By
    .help = The day by which it has to be done, such as 2026-11-25.
field-step-what = What to do
    .help = What has to be done, in plain language, such as Visit the new room.
field-step-done = Done
    .help = Yes, when it is done.

kind-handoff = Handoff
field-handoff-goals-reviewed = Goals were reviewed
    .help = Yes, when you have gone through the goals with the next team.
field-handoff-materials = Materials
    .help = What the student takes along, one entry for each, such as the word cards.
field-handoff-told = Who was told
    .help = Who was told of the change, when, and how. Families see the day on which they were told.
field-handoff-receiving = Who takes over
    .help = Who takes over: a short name from the staff list, or another name.
field-handoff-done = Handoff is done
    .help = Yes, when everything has been handed over. Then kinfolio no longer reports open parts. Only staff see this.

kind-told = Who was told
field-told-who = Person
    .help = Who was told: family, mother, father, student, a short name from the staff list, or another name. Only staff see this.
field-told-when = Day
    .help = The day on which this person was told, such as 2026-11-09. Families see the day on which they were told.
field-told-how = How
    .help = How this person was told, such as phone call in Spanish. Only staff see this.
