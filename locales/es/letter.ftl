# The printed letter that gives a reader the address and the code of the pages, and the
# message that tells the reader of news.
#
# The reader is a parent, a grandparent, or somebody else whom the family chose, with one
# student or several. A letter can be lost, so no sentence here may use $name or $pronoun.
# The letter is one sheet of paper, often in two languages: every word takes space.
# The reader is "usted".

# The heading.
access-title = Sus páginas privadas sobre la escuela
# $date is the day on which the letter was made.
access-made = { $date }. Por favor, use solo su carta más reciente.
access-what = La escuela tiene páginas web privadas para usted. Muestran cómo van las cosas en la escuela, quién ayuda y qué puede hacer usted en casa. Quien tenga esta carta puede abrirlas. Por favor, guárdela en un lugar seguro.

access-open = Cómo abrir sus páginas
# The square is a QR code. It holds the address and the secret that opens the pages.
access-scan-key = Con su propio teléfono: apunte la cámara al cuadrado y toque el enlace que aparece. No necesita el código.
# The square holds only the address.
access-scan = Con un teléfono: apunte la cámara al cuadrado y toque el enlace que aparece. Después escriba el código.
access-type = Sin cámara: escriba la dirección en un navegador de internet. Después escriba el código.
# The same where the web host asks for a user name and a password. The square holds only
# the address.
access-scan-login = Con un teléfono: apunte la cámara al cuadrado y toque el enlace que aparece.
access-type-login = Sin cámara: escriba la dirección en un navegador de internet.
# Follows both. A web host takes a password only in the way it is printed.
access-exactly = Después escriba el nombre de usuario y la contraseña exactamente como están impresos: con guiones y sin espacios, en minúsculas y con números del 0 al 9. En su propio teléfono puede dejar que el navegador los guarde.
# Above the address, the code, the user name, and the password, which are the same in all
# languages.
access-address = Dirección
access-code = Código
access-user = Nombre de usuario
access-password = Contraseña

# A heading, and what to do there. $button is what stands on the button of the page.
access-shared = En un teléfono o una computadora que usan otras personas
access-forget-key = Ahí no use el cuadrado, porque el aparato puede guardar el enlace. Escriba la dirección y el código. Al terminar, presione “{ $button }” al final de la página.
access-forget = Al terminar, presione “{ $button }” al final de la página.
# The host cannot be told to forget a password, and the browser keeps it until it is closed.
access-forget-login = Use una ventana privada (también llamada de incógnito) y no guarde la contraseña. Al terminar, cierre todas las ventanas del navegador.

# A heading, and what to do then.
access-lost = Si pierde su teléfono o esta carta
access-lost-do = Por favor, llámenos pronto. Recibirá una carta nueva, y la anterior dejará de funcionar.

# A heading, and whom to call. $who is the case manager.
access-questions = ¿Tiene preguntas?
access-call = Llame a { $who } al { $phone }.
access-call-school = Llame a la escuela al { $phone }.

# On the strip at the top, for staff. $reader is the word for the reader in files, such as
# mateo/mother. Names of students are next to it.
access-reader = Carta para: { $reader }
access-cut = Para el personal: entregue esta carta solo a esta persona, en un sobre cerrado. Antes, corte esta tira. Debajo de ella, la carta no nombra a ningún estudiante.

# A text message. The school adds it to its own messenger. $address is the address of the
# reader's pages. Others may see the message on a locked screen.
access-news = Hay algo nuevo en su página: { $address }
