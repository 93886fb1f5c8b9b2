package io.bellwether.config.imports.blackbox;

import io.bellwether.config.imports.Importer;

/** The importer for tests in other packages. */
public final class BlackboxFormat {

    private BlackboxFormat() {}

    public static Importer importer() {
        return new BlackboxImporter();
    }
}
