# Words to know, the page for paper, and what is said about the site itself.

page-words = Qué significan estas palabras

# What a kind of goal is about. $title is its name.
explainer = Más sobre esta habilidad: { $title }

# Over the student's own words, where they were not spoken.
voice-wrote = Lo que { $name } escribió
voice-drew = Lo que { $name } dibujó

# Places outside the school that help for free.
partners = Ayuda gratis cerca de usted
partners-lead = Estos lugares no son parte de la escuela.
partner-languages = Idiomas: { $languages }
# $host is the name of the website.
partner-web = Abrir { $host }

# About the pages themselves.
page-about = Acerca de estas páginas
about-references = Dónde leer más
# $what is what stands there, $host the name of the website.
about-reference = { $what } ({ $host })
about-keeps = Qué guardan estas páginas sobre usted
about-no-account = Usted no necesita cuenta ni aplicación. Estas páginas no ponen cookies en su teléfono.
about-no-counting = Nadie cuenta sus visitas. Las páginas no traen nada de otros sitios web, así que ningún otro sitio se entera de que usted las lee.
about-host = La computadora que le envía las páginas puede anotar la hora y el número de su conexión. La escuela cuida esa lista. Si tiene una pregunta, llame al { $phone }.
about-not = Qué no son estas páginas
about-not-iep = No son el IEP. El IEP es el plan escrito que usted y la escuela acuerdan.
about-not-notice = No son el aviso previo por escrito. Esa es la carta que la escuela debe enviarle antes de cambiar el plan o de negar un cambio.
about-not-consent = No le piden su consentimiento. Al leer una página, usted no acepta nada.
about-papers = Para pedir el IEP y las cartas oficiales, llame al { $phone }.
about-source = De dónde vienen las palabras
about-written = Las personas que trabajan con { $name } las escriben en { $language }.
about-translated = Lo que usted lee en { $language } es una traducción. Si la hizo una computadora y nadie la ha revisado, la página lo dice. Si una parte todavía no está traducida, la página también lo dice.
about-fixed = Los títulos y otras palabras que son iguales para todos los niños vienen con kinfolio, el programa que hace estas páginas.
about-fixed-unreviewed = Los títulos y otras palabras que son iguales para todos los niños vienen con kinfolio, el programa que hace estas páginas. Todavía no los ha revisado una persona de habla hispana.
