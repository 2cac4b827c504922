//! What is around an object in a page: the program that opens it, and sentences for when
//! it cannot be opened.

/// A page with a place for its data. It is made once for all pages of a site.
#[derive(Debug, Clone)]
pub struct Frame {
    before: String,
    after: String,
}

/// What stands in a template where the data goes.
pub const DATA: &str = "{{sealed}}";

impl Frame {
    /// The frame that was rendered as `html`. `None` if it has no place for data.
    #[must_use]
    pub fn new(html: &str) -> Option<Self> {
        let (before, after) = html.split_once(DATA)?;
        Some(Self {
            before: before.to_owned(),
            after: after.to_owned(),
        })
    }

    /// The page with `data`, which is JSON.
    pub(super) fn page(&self, data: &serde_json::Value) -> Vec<u8> {
        // Base64 and names have no `<`, so the data cannot end its element.
        let data = data.to_string();
        [self.before.as_str(), &data, &self.after]
            .concat()
            .into_bytes()
    }
}

/// The data of a sealed page. `None` if the page has none.
#[must_use]
pub(super) fn data_of(page: &str) -> Option<serde_json::Value> {
    let (_, rest) = page.split_once("id=\"sealed\">")?;
    let (data, _) = rest.split_once("</script>")?;
    serde_json::from_str(data).ok()
}

/// Whether `page` is a sealed page, of whatever kind.
#[must_use]
pub fn is_sealed(page: &str) -> bool {
    role_of(page).is_some_and(|role| matches!(&*role, "reader" | "site" | "page" | "closed"))
}

/// What a sealed page is for: `reader`, `site`, `page`, or `closed`. `None` if it is no
/// sealed page.
#[must_use]
pub fn role_of(page: &str) -> Option<String> {
    Some(data_of(page)?.get("role")?.as_str()?.to_owned())
}
