package io.bellwether.platform.hello;

/** The bytes are not what they should be. */
final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;

    Malformed(String what) {
        super(what, null, false, false);
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
