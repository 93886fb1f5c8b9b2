package io.bellwether.platform.secret;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a settings record that holds a secret: a text, or a map of texts. It is stored encrypted and never
 * shown again. A record that has one keeps it out of its {@code toString}.
 */
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
public @interface Secret {

    String ALL = ".*";

    /** In a map: which entries are secret, as a regular expression for the whole of their names. */
    String keys() default ALL;
}
