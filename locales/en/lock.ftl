# The screen in front of sealed pages, and the controls at the end of an open page.
#
# The web host can read the screen, so no sentence here names the school, the
# student, or the staff. The reader may be at a shared computer, worried, or on an
# old phone.

# The heading, and what the browser's tab says until the pages are open.
lock-title = These pages are private
lock-languages = Language
# Above the field for the code.
lock-intro = Please type the code from your letter. It has six groups of five digits.
lock-code = Code from your letter
# The button.
lock-open = Open
# While the code is being tried.
lock-opening = Opening. This can take a few seconds.

# A mistake in one group of the code.
lock-group-1 = Please compare the first group of five digits with your letter. At least one digit is different.
lock-group-2 = Please compare the second group of five digits with your letter. At least one digit is different.
lock-group-3 = Please compare the third group of five digits with your letter. At least one digit is different.
lock-group-4 = Please compare the fourth group of five digits with your letter. At least one digit is different.
lock-group-5 = Please compare the fifth group of five digits with your letter. At least one digit is different.
lock-group-6 = Please compare the sixth group of five digits with your letter. At least one digit is different.
lock-too-few = Some digits are missing. The code in your letter has 30 digits.
lock-too-many = That is too many digits. The code in your letter has 30 digits.
# Every group is right, but the code opens nothing here.
lock-no-match = This code does not open these pages. It may be from an older letter. Please use your newest letter.

# The link in the letter was not copied completely. The field for the code is below.
lock-cut = A part of the link is missing. Please use the whole link, or type the code from your letter.
# A link that was right once. The same is said if the phone remembers an old code.
lock-replaced = There is a new link and a new code for these pages. Please use the ones in your newest letter.
# The school is publishing new pages at this moment.
lock-renewed = The school is updating these pages right now. Please try again in a few minutes.
# The button below it.
lock-again = Try again
# This reader has no access anymore.
lock-closed = These pages are closed now. If you think that this is a mistake, please call the school.
# After somebody used the button "Lock and forget".
lock-locked = Locked. This phone has forgotten the pages.

# The address begins with http, so the browser cannot open the pages. A link is below.
lock-https = The pages open only with a secure connection. Please use this link:
# The text of the link.
lock-https-link = Open with a secure connection
lock-browser = This browser cannot open these pages. Please use a newer browser, such as the newest Chrome, Safari, or Firefox.
# Shown in a browser that runs no scripts.
lock-no-script = JavaScript is turned off in this browser. Please turn it on in the settings. Then load this page again.
# Above the school's telephone number.
lock-help = Do you need help? Please call the school.

# At the end of each open page.
lock-controls = Private pages
# Read out when a page has been opened.
lock-opened = The page is open.
# A link to the list of all students whose pages the reader may open.
lock-students = All the pages you can open
lock-remember = Remember on this phone for 90 days
# Below the button.
lock-remember-note = Use this only on your own phone. You will not need the code for 90 days.
# Instead of the button, once it was used.
lock-remembered = This phone remembers the pages. You can open them without the code.
lock-remember-failed = This browser cannot remember the pages. Your link and your code still work.
# A button: closes the pages, and makes the phone forget the code.
lock-forget = Lock and forget

# The page at the top of the web host, above the folders of families. Everyone can read
# it, so it names nobody and does not say what is below.
lock-top-title = There is no page here
lock-top = Please check the address that you were given. A part of it may be missing.
