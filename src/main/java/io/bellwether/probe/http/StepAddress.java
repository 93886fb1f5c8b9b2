package io.bellwether.probe.http;

import io.bellwether.probe.HttpAddress;
import io.bellwether.probe.Rule;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A URL with or without placeholders, whole or relative to the probe's. */
final class StepAddress implements Rule<String> {

    private static final URI BASE = URI.create("https://base.example/");

    @Override
    public @Nullable String fault(String url) {
        String sample = url.replaceAll("\\{\\{\\s*" + Placeholders.NAME + "\\s*}}", "x");
        if (sample.indexOf('{') >= 0) {
            return "Must write a placeholder as {{name}}; the name begins with a letter.";
        }
        try {
            return new HttpAddress().fault(BASE.resolve(sample));
        } catch (IllegalArgumentException e) {
            return "Must be a URL, or a path such as /orders/{{id}}.";
        }
    }
}
