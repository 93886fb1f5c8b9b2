package io.bellwether.config.imports.kuma;

import io.bellwether.config.imports.Importer;

/** The importer for tests in other packages. */
public final class KumaFormat {

    private KumaFormat() {}

    public static Importer importer() {
        return new UptimeKumaImporter();
    }
}
