package io.bellwether.alert.voice;

import java.util.Optional;

/** The templates that people have written in place of built-in ones. */
interface Edits {

    /** Empty when the built-in one is in force. */
    Optional<String> text(TemplateKey key);
}
