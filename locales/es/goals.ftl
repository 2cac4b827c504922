# Goals: what they are, where they began, where they are.
#
# Spanish: plurals have one, many and other; `many` is for whole millions only
# ("1,000,000 de palabras"). Nothing here agrees in gender with the student:
# "sin ayuda" stands for alone.

# How a goal stands. The team decides; nothing is computed.
status-met = Meta alcanzada
status-ahead = Por delante del plan
status-on-path = Va por buen camino
status-changing = Estamos haciendo un cambio
status-steady = Más o menos igual
status-early = Todavía es pronto para saber
status-paused = En pausa

goal-why = Por qué es importante
goal-what = La meta
goal-where-used = Dónde le sirve en la vida diaria
# The same for he, she and they.
goal-now = Cómo va ahora
goal-how-checked = Cómo revisamos su avance
goal-helps = Qué le ayuda en la escuela
goal-changed = Qué cambió
goal-decision = Nuestra decisión
goal-home = En casa
goal-work = Trabajos de { $name }
goal-more = Más sobre esta meta
goal-iep = Lo que dice el IEP
goal-iep-ref = En el IEP: { $ref }
goal-standard = En la clase esto es: { $what }
goal-benchmarks = Lo que se espera de la mayoría de los niños
goal-keeping = Mantener lo aprendido
goal-agreed = Acordamos esta meta el { $date }.
goal-agreed-with = Acordamos esta meta el { $date }: { $people }.
goal-agreed-by = De acuerdo con esta meta: { $people }.
goal-owners = { $people } trabajan en equipo en esta meta.
goal-owner = { $people } trabaja en esta meta.
all-numbers = Todos los números
levels = Qué significan los niveles
levels-help = Tipos de ayuda, de más a menos
steps = Los pasos
steps-caption = Cómo salió cada paso en las últimas revisiones
step-alone = sin ayuda
step-help = con ayuda
# Under a step, where it is not done alone: the kind of help.
step-now = ahora: { $help }
items-known = Lo que ya sabe
items-next = Lo que sigue
items-later = Más adelante
items-all = Todo lo que va a aprender

# An amount: what was counted, as a thing. $n is the number that decides the
# plural; $of does so where the noun follows it. $unit is the school's own words
# for what is counted.
amount-words = <b>{ $n ->
    [one] { $n } palabra
    [many] { $n } de palabras
   *[other] { $n } palabras
}</b> en un minuto
amount-fraction-unit = <b>{ $n } de { $of }</b> { $unit }
amount-fraction = <b>{ $n } de { $of }</b> bien
amount-checks = <b>{ $n } de { $of }</b> { $of ->
    [one] revisión
    [many] de revisiones
   *[other] revisiones
}
amount-percent = <b>{ $n } por ciento</b>
amount-percent-unit = <b>{ $n } por ciento</b> de { $unit }
amount-count = <b>{ $n ->
    [one] { $n } vez
    [many] { $n } de veces
   *[other] { $n } veces
}</b>
amount-count-unit = <b>{ $n }</b> { $unit }
amount-count-window = <b>{ $n ->
    [one] { $n } vez
    [many] { $n } de veces
   *[other] { $n } veces
}</b> en { $window ->
    [one] { $window } minuto
    [many] { $window } de minutos
   *[other] { $window } minutos
}
amount-count-unit-window = <b>{ $n }</b> { $unit } en { $window ->
    [one] { $window } minuto
    [many] { $window } de minutos
   *[other] { $window } minutos
}
amount-rate = <b>{ $n ->
    [one] { $n } vez
    [many] { $n } de veces
   *[other] { $n } veces
}</b> por minuto
amount-rate-unit = <b>{ $n }</b> { $unit } por minuto
amount-minutes = <b>{ $n ->
    [one] { $n } minuto
    [many] { $n } de minutos
   *[other] { $n } minutos
}</b>
amount-seconds = <b>{ $n ->
    [one] { $n } segundo
    [many] { $n } de segundos
   *[other] { $n } segundos
}</b>
amount-level = <b>Nivel { $n } de { $of }</b>
amount-steps = <b>{ $n } de { $of ->
    [one] { $of } paso
    [many] { $of } de pasos
   *[other] { $of } pasos
}</b> sin ayuda
amount-score = <b>{ $n }</b>
amount-score-unit = <b>{ $n }</b> { $unit }
amount-items = <b>{ $n } de { $of }</b> que ya sabe
amount-minutes-each = <b>{ $n ->
    [one] { $n } minuto
    [many] { $n } de minutos
   *[other] { $n } minutos
}</b> cada vez
amount-seconds-each = <b>{ $n ->
    [one] { $n } segundo
    [many] { $n } de segundos
   *[other] { $n } segundos
}</b> cada vez
amount-share = <b>{ $n } por ciento</b> del tiempo
amount-share-minutes = <b>{ $n } de { $of ->
    [one] { $of } minuto
    [many] { $of } de minutos
   *[other] { $of } minutos
}</b>
amount-share-seconds = <b>{ $n } de { $of ->
    [one] { $of } segundo
    [many] { $of } de segundos
   *[other] { $of } segundos
}</b>
# $level is in the school's own words: "una señal o una mirada".
amount-named = <b>“{ $level }”</b>
amount-level-alone = <b>Nivel { $n }</b>

# The same in short, where the unit has just been said.
short-number = { $n }
short-fraction = { $n } de { $of }
short-percent = { $n } por ciento
short-level = nivel { $n }
short-named = “{ $level }”

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month).
# Month names do not change in Spanish: $month-number is not needed.
now = { $amount }. { $when ->
    [start] Al inicio: { $before }.
   *[month] En { $month }: { $before }.
}
now-level = { $amount }: { $level }. { $when ->
    [start] Al inicio: { $before }.
   *[month] En { $month }: { $before }.
}
now-named = Ahora: { $amount }. { $when ->
    [start] Al inicio: { $before }.
   *[month] En { $month }: { $before }.
}
few = Hasta ahora: { $amount }. Todavía es pronto para decir más.
none = Todavía no hemos empezado a revisar esto.

# Above the chart. $start is an amount, $now, $aim and $target are short.
# Not "de … a …": it would meet the "de" of "9 de 20 tarjetas".
caption = En { $month }: { $start }. En { $now-month }: { $now }.
caption-start = Al inicio: { $start }. Ahora: { $now }.
# $by is a whole date: "28 de mayo de 2027".
hoped = Esperábamos llegar a { $aim } para estas fechas, y a { $target } para el { $by }.
hope = Esperamos llegar a { $target } para el { $by }.
heading-up = En estas semanas los números van subiendo.
heading-down = En estas semanas los números van bajando.
heading-steady = En estas semanas los números siguen iguales.
heading-unclear = Los números suben y bajan. Todavía no se ve un rumbo claro.
# $target is an amount: the colon lets "Nivel 3 de 4" follow.
mastery = La meta se alcanza así: { $target }, en { $times } de { $of ->
    [one] { $of } revisión
    [many] { $of } de revisiones seguidas
   *[other] { $of } revisiones seguidas
}.
mastery-once = La meta se alcanza así: { $target }.

# On the chart: as short as can be.
chart-start = { $value } inicio
chart-aim = esperado
chart-trend = ritmo actual
axis-words = palabras correctas en un minuto
axis-percent = cuántas veces de cada 100
axis-percent-unit = { $unit }, de cada 100
axis-count-unit = { $unit }
axis-count = cuántas veces
axis-count-window = cuántas veces en { $window ->
    [one] { $window } minuto
    [many] { $window } de minutos
   *[other] { $window } minutos
}
axis-rate = cuántas veces por minuto
axis-minutes = minutos
axis-seconds = segundos
axis-level = nivel
axis-steps = pasos hechos sin ayuda
axis-score = puntos
axis-items = cuánto sabe ya
axis-minutes-each = minutos cada vez
axis-seconds-each = segundos cada vez
axis-share = parte del tiempo, de cada 100
axis-prompt = cuánta ayuda: 1 es la mayor
axis-attainment = 0 es lo que esperamos

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] Grupo pequeño
    [class] En clase
   *[elsewhere] En otro lugar
}: { $result } ({ $date })
key-open = Punto abierto: para entonces aún no había empezado. El tiempo real es mayor.
baseline-note = Al inicio: { $note }

# The table of numbers.
column-date = Fecha
column-value = Resultado
column-setting = Dónde
setting = { $setting ->
    [small-group] grupo pequeño
    [class] clase
   *[elsewhere] otro lugar
}
# A value at the longest time that is measured: it had not begun by then.
value-capped = { $amount } o más

# A change of plan: the day, what is done now, and why.
change = Desde el { $date }: { $to }
change-from-to = Desde el { $date }: { $to }. Antes: { $from }

decision-continue = Seguimos con el mismo plan.
decision-adjust = Hacemos un cambio.
decision-raise = Apuntamos más alto.
decision-transition = Esta ayuda pasa a la siguiente etapa.
decision-met = Ya se alcanzó la meta.
decision-end = Cerramos esta meta.
decided = Lo decidimos juntos el { $date }.
decision-from = A partir del { $date }: { $what }
decision-next = Lo que sigue: { $what }

# Days on which a skill that was reached is looked at again. $floor and $result
# are amounts.
keeping-floor = Estos días revisamos que la habilidad se mantenga: { $floor }, o mejor.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: previsto
keeping-unseen = { $date }: todavía sin revisar

# What is expected of most children of the class; $expected is an amount.
benchmark = Se espera que la mayoría llegue a esto para el { $date }: { $expected }.
benchmark-source = Fuente: { $source }

# The chart for those who do not see it; the sentences above it are not said again.
# $low and $high are results, $from and $to days.
chart-points = { $count ->
    [one] Una medición, el { $to }: { $high }.
    [many] { $count } de mediciones, del { $from } al { $to }. La más baja: { $low }. La más alta: { $high }.
   *[other] { $count } mediciones, del { $from } al { $to }. La más baja: { $low }. La más alta: { $high }.
}
