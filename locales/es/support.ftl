# Services and supports.

model-push-in = Apoyo dentro de la clase
model-pull-out = Tiempo en grupo pequeño
model-blended = En la clase y en grupo pequeño
model-consult = Orientación para docentes

service-reading = Lectura
service-writing = Escritura
service-speech-language = Habla y lenguaje
service-occupational = Uso de las manos y vida diaria
service-physical = Movimiento
service-math = Matemáticas
service-counseling = Tiempo para platicar
service-classroom-support = Ayuda durante el día
service-study-skills = Hábitos de estudio

service-who = Quién
service-with = { $who }, junto con { $with }
service-where = Dónde
service-when = Cuándo
service-since = Desde
service-since-until = { $since }, hasta el { $until }
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
supports-accommodation = Para { $name }: la misma lección, con esta ayuda
supports-scaffold = Para { $name }: ayuda que disminuye poco a poco
supports-modification = Para { $name }: se enseña algo diferente
support-for = Para: { $words }
support-where = Dónde: { $words }

# The week. $what is the kind of help: Lectura.
week = La semana de un vistazo
week-time = de { $start } a { $end }
# From one day of the week to another.
days-from-to = de { $first } a { $last }
week-every-day = Todos los días
week-loose = En días que pueden cambiar
week-with-class = Con la clase todo el día
short-push-in = { $what }, dentro de la clase
short-pull-out = { $what }, en grupo pequeño
short-alone = { $what }, en sesión individual
short-blended = { $what }, en la clase y en grupo pequeño
short-consult = { $what }, orientación para docentes
share = { $name } está con su clase el <b>{ $percent } por ciento</b> de la semana escolar.
share-nearly = { $name } está con su clase <b>casi toda la semana escolar</b>.
share-all = { $name } está con su clase <b>toda la semana escolar</b>.
never-missed = En lo que { $name } siempre participa

n-minutes = { $minutes ->
    [one] { $minutes } minuto
    [many] { $minutes } de minutos
   *[other] { $minutes } minutos
}
n-days = { $days ->
    [one] { $days } día
    [many] { $days } de días
   *[other] { $days } días
} por semana

service-missed = Lo que { $name } no hace mientras recibe esta ayuda
# $subject brings its article: la lectura independiente. So nothing with "de" stands before it.
missed-days = { $extent ->
    [whole] { $subject }
   *[part] { $subject }, en parte
} ({ n-minutes }, { n-days })
missed-week = { $extent ->
    [whole] { $subject }
   *[part] { $subject }, en parte
} ({ n-minutes } por semana)
service-exception = Por qué durante esta lección
exception-decided = El equipo lo decidió el { $date }.
service-more = Más sobre esta ayuda
service-return = De regreso en la clase
service-materials = Materiales
service-peers = Con sus compañeros
service-split = Minutos por semana
split = { $inside } en la clase, { $outside } en grupo pequeño

service-coteach = Cómo enseñan
coteach-one-teach-one-assist = Un adulto enseña. El otro va de mesa en mesa y ayuda.
coteach-station = Los niños pasan de mesa en mesa. Los adultos enseñan en algunas de ellas.
coteach-parallel = La clase se divide en dos mitades. Cada adulto enseña a una, y las dos aprenden lo mismo.
coteach-alternative = Un adulto enseña a la clase. El otro trabaja con unos pocos niños en el mismo salón.
coteach-team = Los dos adultos enseñan juntos a toda la clase.

minutes = Minutos planeados y minutos dados
minutes-part = Minutos planeados: <b>{ $planned }</b>. Minutos dados: <b>{ $given }</b>.
minutes-whole = Se dieron todos los minutos planeados: <b>{ $planned }</b>.
minutes-since = Desde el { $date }.
minutes-weeks = Semana por semana
minutes-week = Semana del
minutes-planned = Planeados
minutes-given = Dados
# Why some minutes were not given. No blame.
reason-no-school = No hubo clases: { n-minutes }.
reason-staff-away = La persona que le ayuda no estuvo: { n-minutes }.
reason-student-away = { $name } no estuvo: { n-minutes }.
reason-other = Otra razón: { n-minutes }.

goal-minutes = Tiempo para esta meta: unos { n-minutes } por semana.
support-fades = Se irá reduciendo y terminará a más tardar el { $date }.
