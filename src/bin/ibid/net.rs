//! How pages are fetched, after the arguments and the environment.

use crate::args::{Common, Net};
use crate::output;
use ibid::error::Error;
use ibid::fetch::{Client, Settings};
use std::fs;
use std::path::PathBuf;
use std::time::Duration;
use ureq::Proxy;

/// What fetches pages.
pub fn client(args: &Net, common: &Common) -> Result<Client, Error> {
    let defaults = Settings::default();
    Client::new(Settings {
        time: Duration::from_secs(args.timeout),
        size: args.max_size << 20,
        allow_private: args.allow_private,
        user_agent: args.user_agent.clone().unwrap_or(defaults.user_agent),
        authorities: authorities(args, common)?,
        proxy: proxy()?,
    })
}

/// The file that a person named, else the one that the environment names.
fn authorities(args: &Net, common: &Common) -> Result<Option<Vec<u8>>, Error> {
    let of_environment =
        || std::env::var_os("SSL_CERT_FILE").filter(|name| !name.is_empty()).map(PathBuf::from);
    let Some(file) = args.ca_file.clone().or_else(of_environment) else { return Ok(None) };
    let path = output::working_folder(common)?.join(&file);
    let bytes = fs::read(&path).map_err(|error| {
        Error::io(&file.display().to_string(), &error)
            .hint("it is named by --ca-file or SSL_CERT_FILE, for the certificates that are trusted")
    })?;
    Ok(Some(bytes))
}

/// The proxy that the environment names, as other programs read it.
fn proxy() -> Result<Option<Proxy>, Error> {
    let names = ["ALL_PROXY", "all_proxy", "HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"];
    let is_set = |name: &&&str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let Some(name) = names.iter().find(is_set) else { return Ok(None) };
    // To go without a proxy where one is wanted would tell others what is read here.
    Proxy::try_from_env().map(Some).ok_or_else(|| {
        Error::new(format!("the environment’s {name} is no address of a proxy"))
            .hint("correct it, as in http://proxy.example.org:3128, or take it away")
    })
}
