# Text on every page.
#
# Text between <b> and </b> is printed bold. $name is what everyone calls the
# student. $pronoun is he, she or they.

skip = Skip to the page
language-menu = Language
page-menu = More pages
back-to-index = { $name }’s page
footer-record = This page helps you follow the work. It does not replace the IEP or official letters. Ask for those at { $phone }.
# Shown in languages whose wording no native reader has checked yet. $phone is the interpreter's number.
footer-unreviewed = A native reader has not checked the wording of this page yet. If something is unclear, call { $phone }.

# A text that has no translation. $language is the language it is in.
not-translated = This part is only in { $language } so far. For an interpreter, call { $phone }. It is free.
not-translated-plain = This part is only in { $language } so far. To talk about it, call { $phone }.
# Next to text that is not translated.
in-language = (in { $language })
# Above text that has such marks in it.
not-translated-parts = Parts marked “(in { $language })” are not translated yet. For an interpreter, call { $phone }. It is free.
not-translated-parts-plain = Parts marked “(in { $language })” are not translated yet. To talk about them, call { $phone }.
# Above text of which a part was translated by a computer, or before the original changed.
machine-translated-parts = A computer translated some of this. No person has checked it yet.
translation-stale-parts = Some of the { $language } text here may be out of date.
# Read out after a picture's description.
picture-not-translated = The description of this picture is only in { $language } so far.
# Under the IEP's wording in another language than it was written in.
iep-translated = This is a translation. The { $language } text of the IEP is the one that counts.
machine-translated = A computer translated this. No person has checked it yet.
# The original has changed since it was translated. $language is the language of
# this page.
translation-stale = This { $language } translation may be out of date.
see-original = Show the original

page-index = How school is going
page-support = Support at school
page-updates = Updates
page-home = At home
page-team = Who does what

# The front page, where a language is chosen.
choose-language = Choose a language

# A telephone number with an extension.
phone-extension = { $number } ext. { $extension }
text-button = Text { $phone }

# How a text message or an e-mail to the school begins. Others may see
# them on a locked screen, so they say nothing about the student.
hello = Hello, I have a question about school.
hello-in = Hello, I have a question about school. My language is { $language }.
hello-subject = A question about school

# At the foot of the first page, folded.
keep = Keep this page, or show it to family
keep-iphone = On an iPhone, tap the Share button: a square with an arrow that points up. Then tap “Add to Home Screen.”
keep-android = On an Android phone, tap the three dots. Then tap “Add to Home screen.”
keep-bookmark = Or save it as a bookmark, like any other page.
keep-show = To show it to grandparents, hand them your phone or a printed page.
keep-private = These pages are private. Anyone who can open them can read about { $name }. Please do not share the link or the password. If someone else in your family needs these pages, call { $phone }.
