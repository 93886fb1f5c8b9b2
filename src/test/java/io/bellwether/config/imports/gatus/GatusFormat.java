package io.bellwether.config.imports.gatus;

import io.bellwether.config.imports.Importer;

/** The importer for tests in other packages. */
public final class GatusFormat {

    private GatusFormat() {}

    public static Importer importer() {
        return new GatusImporter();
    }
}
