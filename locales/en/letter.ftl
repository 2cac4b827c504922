# The printed letter that gives a reader the address and the code of the pages, and the
# message that tells the reader of news.
#
# The reader is a parent, a grandparent, or somebody else whom the family chose, with one
# student or several. A letter can be lost, so no sentence here may use $name or $pronoun.
# The letter is one sheet of paper, often in two languages: every word takes space.

# The heading.
access-title = Your private pages about school
# $date is the day on which the letter was made.
access-made = { $date }. Please use only your newest letter.
access-what = The school has private web pages for you. They show how school is going, who helps, and what you can do at home. Anyone who has this letter can open them. Please keep it in a safe place.

access-open = How to open your pages
# The square is a QR code. It holds the address and the secret that opens the pages.
access-scan-key = With your own phone: point the camera at the square and tap the link that appears. You do not need the code.
# The square holds only the address.
access-scan = With a phone: point the camera at the square and tap the link that appears. Then type the code.
access-type = Without a camera: type the address into a web browser. Then type the code.
# The same where the web host asks for a user name and a password. The square holds only
# the address.
access-scan-login = With a phone: point the camera at the square and tap the link that appears.
access-type-login = Without a camera: type the address into a web browser.
# Follows both. A web host takes a password only in the way it is printed.
access-exactly = Then type the user name and the password exactly as they are printed: with the hyphens and without spaces, in lowercase letters and the digits 0 to 9. On your own phone, you can let the browser save them.
# Above the address, the code, the user name, and the password, which are the same in all
# languages.
access-address = Address
access-code = Code
access-user = User name
access-password = Password

# A heading, and what to do there. $button is what stands on the button of the page:
# "Lock and forget".
access-shared = On a phone or computer that others use
access-forget-key = Do not use the square there, because the device may keep the link. Type the address and the code. When you finish, press “{ $button }” at the end of the page.
access-forget = When you finish, press “{ $button }” at the end of the page.
# The host cannot be told to forget a password, and the browser keeps it until it is closed.
access-forget-login = Use a private window (also called incognito), and do not save the password. When you finish, close all windows of the browser.

# A heading, and what to do then.
access-lost = If you lose your phone or this letter
access-lost-do = Please call us soon. You will get a new letter, and the old one will stop working.

# A heading, and whom to call. $who is the case manager.
access-questions = Do you have questions?
access-call = Please call { $who } at { $phone }.
access-call-school = Please call the school at { $phone }.

# On the strip at the top, for staff. $reader is the word for the reader in files, such as
# mateo/mother. Names of students are next to it.
access-reader = Letter for: { $reader }
access-cut = For staff: give this letter only to this person, in a closed envelope. Cut off this strip first. Below it, the letter names no student.

# A text message. The school adds it to its own messenger. $address is the address of the
# reader's pages. Others may see the message on a locked screen.
access-news = There is something new on your page: { $address }
