# Changes of setting, grade, school or program.

page-changes = Cambios
changes-lead = Qué sigue igual, qué será diferente y por qué.
changes-none = No viene ningún cambio.
changes-earlier = Cambios anteriores
all-changes = Más sobre este cambio
change-coming = Viene un cambio
change-from = A partir del { $date }
change-since = Desde el { $date }
change-setting = Dónde se da la ayuda
change-grade = Un grado nuevo
change-school = Una escuela nueva
change-program = Un programa nuevo
change-same = Lo que sigue igual
change-before = Antes
change-after = Después
change-why = Por qué
change-team = Quién recibe a { $name }
change-first-weeks = Ayuda en las primeras semanas
change-watch = Señales de que va bien
change-materials = Lo que { $name } lleva consigo
change-checks = Fechas en que vemos juntos cómo va: { $dates }.
change-window = Las primeras 4 semanas después del cambio
# The newest result since a change, and the last one before it. $now is an
# amount from goals.ftl, $before is short.
change-numbers = { $now } el { $now-date }. Antes del cambio, el { $date }: { $before }.
change-grade-name = Grado { $grade }

# How much help there is. $what is a kind of help, such as “In-class support”.
help-times = { $what }, { $times ->
    [one] { $times } vez
    [many] { $times } de veces
   *[other] { $times } veces
} por semana
help-minutes = { $what }, { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
} cada vez
help-times-minutes = { $what }, { $times ->
    [one] { $times } vez
    [many] { $times } de veces
   *[other] { $times } veces
} por semana, { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
} cada vez

# What has to be done before the change.
change-steps = Lo que haremos antes de esa fecha
change-steps-behind = Lo que hicimos antes del cambio
step-done = Listo
step-by = A más tardar el { $date }
step-told = Le avisamos el { $date }
step-goals = Repasamos las metas juntos

# On a chart: as short as possible.
turn-push-in = ayuda en clase
turn-pull-out = grupo pequeño
turn-blended = clase y grupo
turn-consult = orientación
turn-setting = otro lugar
