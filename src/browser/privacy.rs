use gloo::utils::document;

/// What keeps the person's data on their computer, as far as the document can prove it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Privacy {
    /// The document's own policy forbids every connection.
    NoConnection,
    /// The document's own policy allows connections to the place it came from alone.
    OwnPlaceOnly,
    /// The document says nothing; the page is part of another one.
    OfTheDocument,
}

impl Privacy {
    /// Reads the policy of the document.
    pub fn of_document() -> Self {
        let element = document().query_selector("meta[http-equiv='Content-Security-Policy' i]").ok().flatten();
        let policy = element.and_then(|element| element.get_attribute("content"));
        policy.map_or(Self::OfTheDocument, |policy| Self::of_policy(&policy))
    }

    fn of_policy(policy: &str) -> Self {
        let rule = |name: &str| policy.split(';').find_map(|rule| rule.trim().strip_prefix(name).map(str::trim));
        match rule("connect-src ").or_else(|| rule("default-src ")) {
            Some("'none'") => Self::NoConnection,
            Some("'self'") => Self::OwnPlaceOnly,
            _ => Self::OfTheDocument,
        }
    }

    /// How it is proved, in a sentence.
    pub const fn proof(self) -> &'static str {
        match self {
            Self::NoConnection => {
                "The page proves it: its own security policy forbids the browser to open any connection from here."
            }
            Self::OwnPlaceOnly => {
                "The page's own security policy allows connections only to the place it was loaded from, and it uses them only to load itself. The version as one file forbids every connection."
            }
            Self::OfTheDocument => "One Plan opens no connection and sends nothing to anybody.",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_decides_what_is_promised() {
        assert_eq!(Privacy::of_policy("default-src 'none'; img-src data:"), Privacy::NoConnection);
        assert_eq!(Privacy::of_policy("default-src 'none'; connect-src 'self'"), Privacy::OwnPlaceOnly);
        assert_eq!(Privacy::of_policy("default-src 'none'; connect-src 'self' x.org"), Privacy::OfTheDocument);
        assert_eq!(Privacy::of_policy("img-src data:"), Privacy::OfTheDocument);
    }
}
