# Services and supports.

model-push-in = In-class support
model-pull-out = Small-group time
model-blended = In class and in a small group
model-consult = Advice for the teacher

service-reading = Reading
service-writing = Writing
service-speech-language = Speech and language
service-occupational = Hand skills and daily tasks
service-physical = Movement
service-math = Math
service-counseling = Time to talk
service-classroom-support = Help through the day
service-study-skills = Study skills

service-who = Who
service-with = { $who }, together with { $with }
service-where = Where
service-when = When
service-since = Since
service-since-until = { $since }, until { $until }
service-instead = Instead of
service-goals = Goals
service-why = Why this choice
service-exit = When this will change
# $other is how many children come besides this one.
service-group = { $place }, { $other ->
    [0] one on one
    [one] with { $other } other child
   *[other] with { $other } other children
}
service-during = { $place }, during { $lesson }
often-day = { $times ->
    [one] { $times } time
   *[other] { $times } times
} a day
often-week = { $times ->
    [one] { $times } time
   *[other] { $times } times
} a week
often-month = { $times ->
    [one] { $times } time
   *[other] { $times } times
} a month
often-minutes = { $often }, { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
} each time
days-time = { $days }, { $start } to { $end }
service-line = { $who }: { $what }
# One line on a goal's page: who helps, and how often.
no-services = No services are listed yet.

supports = What else helps
supports-universal = Everyone in class has this
supports-accommodation = For { $name }: same lesson, with this help
supports-scaffold = For { $name }: help that we reduce bit by bit
supports-modification = For { $name }: what is taught is different
support-for = For: { $words }
support-where = Where: { $words }

# The week. $what is the kind of help: Reading.
week = The week at a glance
week-time = { $start } to { $end }
# From one day of the week to another.
days-from-to = { $first } to { $last }
week-every-day = Every day
week-loose = On days that can change
week-with-class = With the class all day
short-push-in = { $what }, in class
short-pull-out = { $what }, in a small group
short-alone = { $what }, one on one
short-blended = { $what }, in class and in a small group
short-consult = { $what }, advice for the teacher
share = { $name } is with { $pronoun ->
    [she] her
    [he] his
   *[they] their
} class <b>{ $percent } percent</b> of the school week.
share-nearly = { $name } is with { $pronoun ->
    [she] her
    [he] his
   *[they] their
} class <b>nearly the whole school week</b>.
share-all = { $name } is with { $pronoun ->
    [she] her
    [he] his
   *[they] their
} class <b>the whole school week</b>.
never-missed = What { $name } never misses

n-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
n-days = { $days ->
    [one] { $days } day
   *[other] { $days } days
} a week

service-missed = What { $name } misses
# $subject is a lesson as the timetable names it.
missed-days = { $extent ->
    [whole] { $subject }
   *[part] part of { $subject }
} ({ n-minutes }, { n-days })
missed-week = { $extent ->
    [whole] { $subject }
   *[part] part of { $subject }
} ({ n-minutes } a week)
service-exception = Why during this lesson
exception-decided = The team decided this on { $date }.
service-more = More about this help
service-return = Back in class
service-materials = Tools
service-peers = With classmates
service-split = Minutes a week
split = { $inside } in class, { $outside } in a small group

service-coteach = How they teach
coteach-one-teach-one-assist = One adult teaches. The other goes from table to table and helps.
coteach-station = Children go from table to table. The adults teach at some of them.
coteach-parallel = The class is in two halves. Each adult teaches one half, and both learn the same thing.
coteach-alternative = One adult teaches the class. The other works with a few children in the same room.
coteach-team = Both adults teach the whole class together.

minutes = Minutes planned and provided
minutes-part = Planned: <b>{ $planned ->
    [one] { $planned } minute
   *[other] { $planned } minutes
}</b>. Provided: <b>{ $given }</b>.
minutes-whole = { $planned ->
    [one] The <b>{ $planned } planned minute</b> was provided.
   *[other] All <b>{ $planned } planned minutes</b> were provided.
}
minutes-since = Since { $date }.
minutes-weeks = Week by week
minutes-week = Week of
minutes-planned = Planned
minutes-given = Provided
# Why some minutes were not provided. No blame.
reason-no-school = There was no school: { n-minutes }.
reason-staff-away = The helper was away: { n-minutes }.
reason-student-away = { $name } was away: { n-minutes }.
reason-other = Another reason: { n-minutes }.

goal-minutes = Time on this goal: about { n-minutes } a week.
support-fades = To be phased out by { $date }.
