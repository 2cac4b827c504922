# Goals: what they are, where they began, where they are.
#
# Spanish: plurals have one, many and other; `many` is for whole millions only
# ("1,000,000 de palabras"). Nothing here agrees in gender with the student:
# "sin ayuda" stands for alone.

# The status of a goal. The team decides it; nothing is computed.
status-met = Meta alcanzada
status-ahead = Va más rápido de lo planeado
status-on-path = Va por buen camino
status-changing = Estamos cambiando el plan
status-steady = Más o menos igual
status-early = Todavía es pronto para saber
status-paused = En pausa
# A status and the day of the review that says so.
status-dated = { $status } · { $date }

goal-why = Por qué es importante
goal-what = La meta
goal-where-used = Dónde le sirve en la vida diaria
# The same for he, she and they.
goal-now = Cómo va ahora
goal-how-checked = Cómo medimos su avance
goal-helps = Qué le ayuda en la escuela
goal-changed = Qué cambió
goal-decision = Nuestra decisión
goal-home = En casa
goal-work = Trabajos de { $name }
goal-more = Más sobre esta meta
goal-iep = Lo que dice el IEP
goal-iep-ref = En el IEP: { $ref }
goal-standard = En su clase están aprendiendo a: { $what }
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
steps-caption = Cómo salió cada paso en las últimas mediciones
step-alone = sin ayuda
step-help = con ayuda
# Under a step, where it is not done alone: the kind of help.
step-now = ahora: { $help }
items-known = Lo que ya sabe
items-next = Lo que sigue
items-later = Más adelante
items-all = Todo lo que va a aprender

# An amount: what was counted, as a thing. $n is the number that decides the
# plural; $of does so where the noun follows it. Amounts begin in lower case, so
# that they can stand anywhere; where one begins a sentence, its first letter is
# made large.
#
# $unit is the school's own words for what is counted, a noun in the plural, in
# the one form that the school wrote. So it never follows a number that could be
# one: "9 de 20 tarjetas", "2 recordatorios", "1 o menos recordatorios", but
# "Recordatorios: 1" where $place is `first` (a sentence begins with it), and else
# "1 (recordatorios)".
#
# $bound is `least` or `most` where all that is better counts as well. It stands
# before the number: "18 de 20 o más" would be read as "20 o más".
bound-count = { $bound ->
    [least] {"al menos "}
    [most] {"no más de "}
   *[exact] {""}
}
bound-extent = { bound-count }
bound-level = { $bound ->
    [least] {" o más alto"}
    [most] {" o más bajo"}
   *[exact] {""}
}
bound-named = { $bound ->
    [least] {" o mejor"}
    [most] {" o menos"}
   *[exact] {""}
}
amount-words = <b>{ bound-count }{ $n ->
    [one] { $n } palabra
    [many] { $n } de palabras
   *[other] { $n } palabras
}</b> en un minuto
amount-fraction-unit = <b>{ bound-count }{ $n } de { $of }</b> { $unit }
amount-fraction = <b>{ bound-count }{ $n } de { $of }</b> bien
amount-checks = <b>{ bound-count }{ $n } de { $of }</b> { $of ->
    [one] momento
    [many] de momentos
   *[other] momentos
}
amount-percent = <b>{ bound-extent }{ $n } por ciento</b>
amount-percent-unit = <b>{ bound-extent }{ $n } por ciento</b> de { $unit }
amount-count = <b>{ bound-count }{ $n ->
    [one] { $n } vez
    [many] { $n } de veces
   *[other] { $n } veces
}</b>
amount-count-unit = { $n ->
    [one] { $bound ->
        [least] <b>{ $n } o más</b> { $unit }
        [most] <b>{ $n } o menos</b> { $unit }
       *[exact] { $place ->
            [first] { $unit }: <b>{ $n }</b>
           *[inside] <b>{ $n }</b> ({ $unit })
        }
    }
    [many] <b>{ bound-count }{ $n }</b> de { $unit }
   *[other] <b>{ bound-count }{ $n }</b> { $unit }
}
amount-count-window = <b>{ bound-count }{ $n ->
    [one] { $n } vez
    [many] { $n } de veces
   *[other] { $n } veces
}</b> en { $window ->
    [one] { $window } minuto
    [many] { $window } de minutos
   *[other] { $window } minutos
}
amount-count-unit-window = { amount-count-unit } en { $window ->
    [one] { $window } minuto
    [many] { $window } de minutos
   *[other] { $window } minutos
}
amount-rate = <b>{ bound-count }{ $n ->
    [one] { $n } vez
    [many] { $n } de veces
   *[other] { $n } veces
}</b> por minuto
amount-rate-unit = { amount-count-unit } por minuto
amount-minutes = <b>{ bound-extent }{ $n ->
    [one] { $n } minuto
    [many] { $n } de minutos
   *[other] { $n } minutos
}</b>
amount-seconds = <b>{ bound-extent }{ $n ->
    [one] { $n } segundo
    [many] { $n } de segundos
   *[other] { $n } segundos
}</b>
amount-level = <b>nivel { $n } de { $of }{ bound-level }</b>
amount-steps = <b>{ bound-count }{ $n } de { $of ->
    [one] { $of } paso
    [many] { $of } de pasos
   *[other] { $of } pasos
}</b> sin ayuda
amount-score = <b>{ bound-extent }{ $n ->
    [one] { $n } punto
    [many] { $n } de puntos
   *[other] { $n } puntos
}</b>
amount-score-unit = { amount-count-unit }
amount-items = <b>{ bound-count }{ $n } de { $of }</b> que ya sabe
amount-minutes-each = { amount-minutes } cada vez
amount-seconds-each = { amount-seconds } cada vez
amount-share = <b>{ bound-extent }{ $n } por ciento</b> del tiempo
amount-share-minutes = <b>{ bound-extent }{ $n } de { $of ->
    [one] { $of } minuto
    [many] { $of } de minutos
   *[other] { $of } minutos
}</b>
amount-share-seconds = <b>{ bound-extent }{ $n } de { $of ->
    [one] { $of } segundo
    [many] { $of } de segundos
   *[other] { $of } segundos
}</b>
# $level is in the school's own words: "una señal o una mirada".
amount-named = <b>“{ $level }”{ bound-named }</b>
amount-level-alone = <b>nivel { $n }{ bound-level }</b>

# The same in short, where the unit has just been said.
short-number = { $n }
short-count = { bound-count }{ $n }
short-extent = { bound-extent }{ $n }
short-fraction = { bound-count }{ $n } de { $of }
short-percent = { bound-extent }{ $n } por ciento
short-level = nivel { $n }{ bound-level }
short-named = “{ $level }”{ bound-named }

# Then and now. $amount is an amount from above, $before is short. $when is
# `month`, `year` (the month with its year) or `start` (it began this month).
# Month names do not change in Spanish: $month-number is not needed. $age is `old`
# where the newest number is more than three weeks old: then its $date is told.
seen-amount = { $amount }{ $age ->
    [old] {" "}({ $date })
   *[new] {""}
}
began = { $when ->
    [start] Al inicio: { $before }.
   *[month] En { $month }: { $before }.
}
now = { seen-amount }. { began }
now-level = { seen-amount }: { $level }. { began }
now-named = { $age ->
    [old] El { $date }: { $amount }.
   *[new] Ahora: { $amount }.
} { began }
few = Hasta ahora: { seen-amount }. Todavía es pronto para decir más.
none = Todavía no hemos empezado a medir esto.

# Above the chart. $start is an amount, $now, $aim and $target are short.
# Not "de … a …": it would meet the "de" of "9 de 20 tarjetas".
caption = { $when ->
    [start] Al inicio
   *[month] En { $month }
}: { $start }. { $age ->
    [old] El { $date }
   *[new] { $when ->
        [start] Ahora
       *[month] En { $now-month }
    }
}: { $now }.
# $aim was hoped for on the day of the newest number; that is long ago where $age
# is `old`. $time is `over` once the day $by has passed, and
# `reached` where the newest number is as good as the target. $by is a whole date.
hoped = Para { $age ->
    [old] el { $date }
   *[new] estas fechas
} esperábamos { $aim }. { hope }
hope = { $time ->
    [over] Para el { $by } esperábamos { $target }.
    [reached] La meta para el { $by } es { $target }.
   *[open] Para el { $by } esperamos { $target }.
}
heading-up = En estas semanas los números han subido.
heading-down = En estas semanas los números han bajado.
heading-steady = En estas semanas los números se han mantenido más o menos iguales.
heading-unclear = Los números suben y bajan. Todavía no se ve un rumbo claro.
# $target is an amount with its "al menos". $run is `once`, `all` (every one of $of
# checks in a row) or `some` ($times of them).
mastery = La meta se cumple con { $target }{ $run ->
    [once] . Con una vez basta.
    [all] {""}, en { $of ->
        [one] { $of } medición
        [many] { $of } de mediciones seguidas
       *[other] { $of } mediciones seguidas
    }.
   *[some] {""}, en { $times } de { $of ->
        [one] { $of } medición
        [many] { $of } de mediciones seguidas
       *[other] { $of } mediciones seguidas
    }.
}

# On the chart: as short as possible.
chart-start = { $value } inicio
chart-goal = meta: { $value }
chart-aim = esperado
chart-trend = ritmo actual
axis-words = palabras correctas en un minuto
axis-percent = porcentaje
axis-percent-unit = porcentaje de { $unit }
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
axis-share = porcentaje del tiempo
axis-prompt = cuánta ayuda: 1 es la mayor
axis-attainment = 0 es lo que esperamos

# Under the chart: what a shape stands for and, for a place, the newest result.
key-setting = { $setting ->
    [small-group] Grupo pequeño
    [class] En clase
   *[elsewhere] En otro lugar
}: { $result } ({ $date })
key-open = Punto abierto: se acabó el tiempo y aún no había empezado. El tiempo real es mayor.
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
change = A partir del { $date }: { $to }
change-from-to = A partir del { $date }: { $to }. Antes: { $from }

decision-continue = Seguimos con el mismo plan.
decision-adjust = Cambiamos el plan.
decision-raise = Apuntamos más alto.
decision-transition = Pasamos a la siguiente etapa del apoyo.
decision-met = Ya se alcanzó la meta.
decision-end = Cerramos esta meta.
decided = Lo decidimos juntos el { $date }.
decision-from = A partir del { $date }: { $what }
decision-next = Lo que sigue: { $what }

# Days on which a skill that was reached is looked at again. $floor and $result
# are amounts, $floor with its "al menos".
keeping-floor = Estos días medimos si la habilidad se mantiene: { $floor }.
keeping-seen = { $date }: { $result }
keeping-planned = { $date }: programada
keeping-unseen = { $date }: todavía sin medir

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
