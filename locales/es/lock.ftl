# The screen in front of sealed pages, and the controls at the end of an open page.
#
# The web host can read the screen, so no sentence here names the school, the
# student, or the staff. The reader is "usted".

# The heading, and what the browser's tab says until the pages are open.
lock-title = Estas páginas son privadas
lock-languages = Idioma
# Above the field for the code.
lock-intro = Escriba el código de su carta. Tiene seis grupos de cinco números.
lock-code = Código de su carta
# The button.
lock-open = Abrir
# While the code is being tried.
lock-opening = Abriendo. Puede tardar unos segundos.

# A mistake in one group of the code.
lock-group-1 = Por favor, compare el primer grupo de cinco números con su carta. Hay al menos un número distinto.
lock-group-2 = Por favor, compare el segundo grupo de cinco números con su carta. Hay al menos un número distinto.
lock-group-3 = Por favor, compare el tercer grupo de cinco números con su carta. Hay al menos un número distinto.
lock-group-4 = Por favor, compare el cuarto grupo de cinco números con su carta. Hay al menos un número distinto.
lock-group-5 = Por favor, compare el quinto grupo de cinco números con su carta. Hay al menos un número distinto.
lock-group-6 = Por favor, compare el sexto grupo de cinco números con su carta. Hay al menos un número distinto.
lock-too-few = Faltan algunos números. El código de su carta tiene 30 números.
lock-too-many = Hay números de más. El código de su carta tiene 30 números.
# Every group is right, but the code opens nothing here.
lock-no-match = Este código no abre estas páginas. Puede ser de una carta anterior. Por favor, use su carta más reciente.

# The link in the letter was not copied completely. The field for the code is below.
lock-cut = Falta una parte del enlace. Por favor, use el enlace completo o escriba el código de su carta.
# A link that was right once. The same is said if the phone remembers an old code.
lock-replaced = Hay un enlace y un código nuevos para estas páginas. Por favor, use los de su carta más reciente.
# The school is publishing new pages at this moment.
lock-renewed = Estas páginas se están actualizando en este momento. Por favor, inténtelo otra vez en unos minutos.
# The button below it.
lock-again = Intentar otra vez
# This reader has no access any more.
lock-closed = Estas páginas ya están cerradas. Si cree que es un error, por favor llame a la escuela.
# After somebody used the button "Lock and forget".
lock-locked = Páginas cerradas. Este teléfono ya no las recuerda.

# The address begins with http, so the browser cannot open the pages. A link is below.
lock-https = Las páginas se abren solo con una conexión segura. Por favor, use este enlace:
# The text of the link.
lock-https-link = Abrir con una conexión segura
lock-browser = Este navegador no puede abrir estas páginas. Por favor, use un navegador más nuevo, como la última versión de Chrome, Safari o Firefox.
# Shown in a browser that runs no scripts.
lock-no-script = JavaScript está desactivado en este navegador. Por favor, actívelo en los ajustes y cargue esta página otra vez.
# Above the school's telephone number.
lock-help = ¿Necesita ayuda? Llame a la escuela.

# At the end of each open page.
lock-controls = Páginas privadas
# Read out when a page has been opened.
lock-opened = La página está abierta.
# A link to the list of all students whose pages the reader may open.
lock-students = Todas las páginas que usted puede abrir
lock-remember = Recordar en este teléfono por 90 días
# Below the button.
lock-remember-note = Úselo solo en su propio teléfono. No necesitará el código por 90 días.
# Instead of the button, once it was used.
lock-remembered = Este teléfono recuerda las páginas. Puede abrirlas sin el código.
lock-remember-failed = Este navegador no puede recordar las páginas. Su enlace y su código todavía funcionan.
# A button: closes the pages, and makes the phone forget the code.
lock-forget = Cerrar y olvidar

# The page at the top of the web host, above the folders of families. Everyone can read
# it, so it names nobody and does not say what is below.
lock-top-title = Aquí no hay ninguna página
lock-top = Por favor, revise la dirección que recibió. Puede que falte una parte.
