//! QR codes as SVG.

use std::fmt::Write as _;

use qrcodegen::{QrCode, QrCodeEcc};

/// The empty border around a code, in squares. Readers need it.
const BORDER: i32 = 4;

/// The QR code of `text`, with its border. `None` if the text is too long for one.
///
/// A seventh of the code may be unreadable (level M): paper gets folded and stained.
#[must_use]
pub(super) fn qr_svg(text: &str) -> Option<String> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let length = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let length = i32::try_from(length).unwrap_or_default();
            if length > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", x + BORDER, y + BORDER);
            }
            x += length + 1;
        }
    }
    let whole = size + 2 * BORDER;
    Some(format!(
        "<svg viewBox=\"0 0 {whole} {whole}\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><path d=\"M0 0h{whole}v{whole}h-{whole}z\" fill=\"#fff\"/><path d=\"{path}\" fill=\"#000\"/></svg>"
    ))
}
