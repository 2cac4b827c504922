# Services and supports.

model-push-in = Apoyo dentro de la clase
model-pull-out = Tiempo en grupo pequeño
model-blended = En la clase y en grupo pequeño
model-consult = Orientación para docentes

service-reading = Lectura
service-speech-language = Habla y lenguaje
service-occupational = Uso de las manos y vida diaria
service-physical = Movimiento
service-math = Matemáticas
service-counselling = Tiempo para platicar
service-classroom-support = Ayuda durante el día
service-study-skills = Hábitos de estudio

service-who = Quién
service-with = { $who }, junto con { $with }
service-where = Dónde
service-when = Cuándo
service-often = Cada cuánto
service-since = Desde
service-since-until = { $since } hasta el { $until }
service-instead = En lugar de
service-goals = Metas
service-why = Por qué lo hacemos así
service-exit = Cuándo va a cambiar
# $other is how many children come besides this one.
service-group = { $place }, { $other ->
    [0] en sesión individual
    [one] con { $other } estudiante más
    [many] con { $other } de estudiantes más
   *[other] con { $other } estudiantes más
}
service-during = { $place }, durante { $lesson }
often-day = { $times ->
    [one] { $times } vez
    [many] { $times } de veces
   *[other] { $times } veces
} al día
often-week = { $times ->
    [one] { $times } vez
    [many] { $times } de veces
   *[other] { $times } veces
} por semana
often-month = { $times ->
    [one] { $times } vez
    [many] { $times } de veces
   *[other] { $times } veces
} al mes
often-minutes = { $often }, { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
} cada vez
days-time = { $days }, de { $start } a { $end }
service-line = { $who }: { $what }
# One line on a goal's page: who helps, and how often.
no-services = Todavía no hay ningún servicio anotado.

supports = Qué más ayuda
supports-universal = Esto lo tiene toda la clase
supports-accommodation = Para { $name }: la lección es la misma
supports-scaffold = Para { $name }: ayuda que disminuye poco a poco
supports-modification = Para { $name }: el trabajo es diferente
support-where = { $text } ({ $place })
