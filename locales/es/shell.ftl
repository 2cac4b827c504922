# Text on every page.
#
# Words between <b> and </b> are printed bold. $name is what everybody calls the
# student. $pronoun is he, she or they. The reader is "usted".

skip = Ir al contenido
language-menu = Idioma
page-menu = Más páginas
back-to-index = La página de { $name }
footer-record = Esta página le ayuda a seguir el trabajo de la escuela. No reemplaza el IEP ni las cartas oficiales. Para pedirlos, llame al { $phone }.
# Shown in languages whose wording no native reader has checked yet. $phone is the interpreter's number.
footer-unreviewed = El español de esta página todavía no lo ha revisado una persona de habla hispana. Si algo no queda claro, llame al { $phone }.

# A text that has no translation. $language is the language it is in.
not-translated = Por ahora, esta parte está solo en { $language }. Para pedir intérprete, llame al { $phone }. Es gratis.
not-translated-plain = Por ahora, esta parte está solo en { $language }. Para hablar de esto, llame al { $phone }.
in-language = (en { $language })
not-translated-parts = Las partes que dicen “(en { $language })” todavía no están traducidas. Para pedir intérprete, llame al { $phone }. Es gratis.
not-translated-parts-plain = Las partes que dicen “(en { $language })” todavía no están traducidas. Para hablar de ellas, llame al { $phone }.
machine-translated-parts = Una computadora tradujo algunas partes. Ninguna persona las ha revisado todavía.
translation-stale-parts = Es posible que algunas partes en { $language } no estén actualizadas.
picture-not-translated = Por ahora, la descripción de esta imagen está solo en { $language }.
iep-translated = Esta es una traducción. El texto que vale es el del IEP en { $language }.
machine-translated = Esto lo tradujo una computadora. Ninguna persona lo ha revisado todavía.
# The original has changed since it was translated. $language is the language of
# this page.
translation-stale = Es posible que este texto en { $language } no esté actualizado.
see-original = Ver el original

page-index = Cómo le va en la escuela
page-support = Apoyo en la escuela
page-updates = Noticias
page-home = En casa
page-team = Quién hace qué

# The front page, where a language is chosen.
choose-language = Escoja un idioma

# A telephone number with an extension.
phone-extension = { $number } ext. { $extension }
text-button = Mensaje de texto al { $phone }

# The first words of a text message or an e-mail to the school. Others may see
# them on a locked screen, so they say nothing about the student.
hello = Hola, tengo una pregunta sobre la escuela.
hello-in = Hola, tengo una pregunta sobre la escuela. Mi idioma es el { $language }.
hello-subject = Una pregunta sobre la escuela

# At the foot of the first page, folded.
keep = Guardar esta página o mostrarla a la familia
keep-iphone = En un iPhone, toque el botón de compartir: un cuadrado con una flecha hacia arriba. Después toque “Agregar a Inicio”.
keep-android = En un teléfono Android, toque los tres puntos. Después toque “Agregar a la pantalla principal”.
keep-bookmark = También puede guardarla en favoritos, como cualquier otra página.
keep-show = Para que la vean los abuelos, muéstreles su teléfono o una página impresa.
keep-private = Estas páginas son privadas. Quien puede abrirlas puede leer sobre { $name }. Por favor, no comparta el enlace ni la contraseña con nadie. Si otra persona de su familia necesita estas páginas, llame al { $phone }.
