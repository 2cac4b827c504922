//! One table for addresses that are right, and one for each group of mistakes.

use super::*;

fn read_here(to: &str, endpoint: &str, region: &str) -> Result<String, AddressFault> {
    let given = |text| Some(text).filter(|text: &&str| !text.is_empty());
    let target = read(to, given(endpoint), given(region), Path::new("/school"));
    target.map(|target| target.to_string())
}

#[test]
fn addresses_are_read_and_written_in_one_form() {
    let check = |to: &str, expected: &str| {
        assert_eq!(read_here(to, "", ""), Ok(expected.to_owned()), "{to}");
    };
    check("/srv/www", "/srv/www");
    check("public/", "/school/public");
    check(" ../www \n", "/school/../www");
    check("My Sites", "/school/My Sites");
    check("school: sites", "/school/school: sites");
    check("sftp://www.school.org", "sftp://www.school.org/");
    check(
        "SFTP://ana@WWW.School.org:22/var/www/",
        "sftp://ana@www.school.org/var/www",
    );
    check(
        "sftp://ana@h:2222//sites//a%20b",
        "sftp://ana@h:2222/sites/a%20b",
    );
    check("sftp://h/~/sites", "sftp://h/~/sites");
    check("sftp://h/~", "sftp://h/~");
    check("sftp://[::1]:22/a", "sftp://[::1]/a");
    check(
        "sftp://ana%40school@h/%C3%A9",
        "sftp://ana%40school@h/%C3%A9",
    );
    check("https://cloud.school.org", "https://cloud.school.org/");
    check(
        "HTTPS://Cloud.School.org:443/dav/Fa%6Dily sites"
            .replace(' ', "%20")
            .as_str(),
        "https://cloud.school.org/dav/Family%20sites/",
    );
    check("https://h:8443/dav/é+1/", "https://h:8443/dav/%C3%A9%2B1/");
    check("http://127.0.0.1:80/a", "http://127.0.0.1/a/");
    check("http://localhost:8080", "http://localhost:8080/");
    check("http://[::1]/", "http://[::1]/");
    // Not the services themselves.
    check("https://notdropbox.com/", "https://notdropbox.com/");
    check(
        "https://dropbox.com.school.org/",
        "https://dropbox.com.school.org/",
    );
}

#[test]
fn addresses_on_this_computer_are_recognized() {
    let check = |address: &str, expected: bool| {
        assert_eq!(is_on_this_computer(address), expected, "{address}");
    };
    check("http://127.0.0.1:80/a:b", true);
    check("http://localhost/", true);
    check("https://[::1]:8080/", true);
    check("https://school.org:443/", false);
    check("https://127.school.org/", false);
}

#[test]
#[cfg(not(windows))]
fn a_drive_of_windows_is_a_folder() {
    for to in ["D:\\sites", "d:/sites", "\\\\server\\share\\sites"] {
        assert!(matches!(
            read(to, None, None, Path::new("/school")),
            Ok(Target::Folder(_))
        ));
    }
}

#[test]
fn buckets_have_an_endpoint_or_a_region() {
    let check = |to: &str, endpoint: &str, region: &str, expected: &str| {
        let found = read_here(to, endpoint, region);
        assert_eq!(found, Ok(expected.to_owned()), "{to} {endpoint} {region}");
    };
    check("s3://sites", "", "us-west-2", "s3://sites (us-west-2)");
    check(
        "s3://sites/2026/a%20b/",
        "https://S3.school.org/",
        "",
        "s3://sites/2026/a%20b (https://s3.school.org/)",
    );
    check(
        "s3://sites",
        "http://127.0.0.1:9000",
        "garage",
        "s3://sites (http://127.0.0.1:9000/)",
    );
}

#[test]
fn each_mistake_is_named() {
    use AddressFault as A;
    let check = |to: &str, endpoint: &str, region: &str, expected: A| {
        let found = read_here(to, endpoint, region);
        assert_eq!(found, Err(expected), "{to} {endpoint} {region}");
    };
    let plain = |to: &str, expected: A| check(to, "", "", expected);
    plain(" ", A::Empty);
    plain("https://cloud.school.org/my sites", A::Spaces);
    plain("sftp://an a@h/", A::Spaces);
    plain("https://ana:hunter2@h/", A::Password);
    plain("sftp://ana:hunter2@h/", A::Password);
    plain("sftp://ana:@h/", A::Password);
    plain("ana:hunter2@h:/www", A::Password);
    plain("https://ana@h/", A::User);
    plain("ftp://h/", A::UnknownScheme("ftp".to_owned()));
    plain("webdav://h/", A::UnknownScheme("webdav".to_owned()));
    plain("file:/srv", A::UnknownScheme("file".to_owned()));
    plain(
        "ana@h:/var/www",
        A::ScpForm("sftp://ana@h/var/www".to_owned()),
    );
    plain("ana@h:www", A::ScpForm("sftp://ana@h/~/www".to_owned()));
    for to in [
        "sftp://",
        "sftp:///a",
        "sftp://@h/",
        "sftp://-oProxyCommand=a/",
        "sftp://-a@h/",
        "sftp://%2Da@h/",
        "sftp://h:99999/",
        "sftp://h:0/",
        "sftp://[::1/",
        "https://h:a/",
        "https:///a",
        "https:h",
        "https://schüle.org/",
    ] {
        plain(to, A::BadHost);
    }
    for to in [
        "s3://", "s3:///a", "s3://A_b", "s3://ab", "s3://a$b", "s3://-ab",
    ] {
        check(to, "", "us-east-1", A::BadBucket);
    }
}

#[test]
fn each_mistake_in_a_path_or_an_endpoint_is_named() {
    use AddressFault as A;
    let check = |to: &str, endpoint: &str, region: &str, expected: A| {
        let found = read_here(to, endpoint, region);
        assert_eq!(found, Err(expected), "{to} {endpoint} {region}");
    };
    let plain = |to: &str, expected: A| check(to, "", "", expected);
    plain("sftp://h/../a", A::BadFolder);
    plain("https://h/a/%2e%2E/", A::BadFolder);
    plain("https://h/%ff", A::BadFolder);
    plain("https://h/%00", A::BadFolder);
    plain("https://h/a\\b", A::BadFolder);
    plain("https://h/?a=b", A::Query);
    plain("https://h#a", A::Query);
    plain("http://h/", A::NotEncrypted);
    plain("http://127.0.0.1.school.org/", A::NotEncrypted);
    check("s3://sites", "http://h", "", A::NotEncrypted);
    check("s3://sites", "https://a:b@h", "", A::Password);
    check("s3://sites", "h", "", A::BadEndpoint);
    check("s3://sites", "sftp://h", "", A::BadEndpoint);
    check("s3://sites", "", "", A::NoRegion);
    check("s3://sites", "", "us east", A::NoRegion);
    check("sftp://h", "https://h", "", A::NotForBuckets);
    check("/srv", "", "us-east-1", A::NotForBuckets);
}

#[test]
fn services_that_share_files_are_recognized() {
    let check = |to: &str, expected: Sharing| {
        assert_eq!(
            read_here(to, "", ""),
            Err(AddressFault::Sharing(expected)),
            "{to}"
        );
    };
    check(
        "https://school.sharepoint.com/:f:/s/sites/Ea?e=1",
        Sharing::SharePoint,
    );
    check("http://school-my.SharePoint.com/a b", Sharing::SharePoint);
    check("https://d.docs.live.net/1a/sites", Sharing::OneDrive);
    check("https://1drv.ms/f/s!A", Sharing::OneDrive);
    check(
        "https://drive.google.com/drive/folders/1#a",
        Sharing::GoogleDrive,
    );
    check("https://www.dropbox.com/scl/fo/1?rlkey=a", Sharing::Dropbox);
}
