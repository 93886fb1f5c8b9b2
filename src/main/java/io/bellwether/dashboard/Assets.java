package io.bellwether.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;

/** The static files of the pages. Browsers keep them for long, so their addresses change with their content. */
final class Assets {

    static final String VERSION = version(List.of("app.css", "app.js", "favicon.svg"));

    private Assets() {}

    private static String version(List<String> names) {
        CRC32 checksum = new CRC32();
        for (String name : names) {
            try (InputStream file = Assets.class.getResourceAsStream("/META-INF/resources/assets/" + name)) {
                if (file == null) {
                    throw new IllegalStateException("the asset " + name + " is missing from the build");
                }
                checksum.update(file.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Long.toHexString(checksum.getValue());
    }
}
