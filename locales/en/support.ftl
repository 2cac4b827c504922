# Services and supports.

model-push-in = In-class support
model-pull-out = Small-group time
model-blended = In class and in a small group
model-consult = Advice for the teacher

service-reading = Reading
service-speech-language = Speech and language
service-occupational = Hand skills and daily tasks
service-physical = Movement
service-math = Math
service-counselling = Time to talk
service-classroom-support = Help through the day
service-study-skills = Study skills

service-who = Who
service-with = { $who }, together with { $with }
service-where = Where
service-when = When
service-often = How often
service-since = Since
service-since-until = { $since } until { $until }
service-instead = In place of
service-goals = Goals
service-why = Why this choice
service-exit = When this will change
# $other is how many children come besides this one.
service-group = { $place }, with { $other ->
    [0] nobody else
    [one] { $other } other child
   *[other] { $other } other children
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
no-services = No service is written down yet.

supports = What else helps
supports-universal = Everyone in class has this
supports-accommodation = For { $name }: the lesson stays the same
supports-scaffold = For { $name }: help that we take away bit by bit
supports-modification = For { $name }: the work is different
support-where = { $text } ({ $place })
