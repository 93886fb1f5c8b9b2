package io.bellwether.probe.statuspage.document;

/** A body that is no document; the message says what was seen, in words that go after "The answer". */
public final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    Unreadable(String seen) {
        super(seen, null, false, false);
    }

    public String seen() {
        return String.valueOf(getMessage());
    }
}
