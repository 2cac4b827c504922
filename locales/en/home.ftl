# At home.

home-lead = Small things for a normal day. One is enough. Do them in the language you speak at home.
home-none = There is no tip right now.
routine-morning = In the morning
routine-breakfast = At breakfast
routine-car = On the way
routine-after-school = After school
routine-shop = At the store
routine-cooking = While cooking
routine-dinner = At dinner
routine-after-dinner = After dinner
routine-bath = Bath time
routine-bedtime = Bedtime
routine-play = Play time
routine-weekend = On the weekend
routine-any = Any time
tip-minutes = { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
tip-needs = You need: { $what }
tip-good = You will know it is working if { $what }.
tip-stop = Stop if { $what }.
tip-goal = Helps with: { $goal }
