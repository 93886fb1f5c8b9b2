package io.bellwether.dashboard;

/** The places in the main navigation. */
public enum Section {
    FLEET("Fleet", "/"),
    ALERTS("Alerts", "/alerts"),
    CATALOGUE("Catalogue", "/catalogue"),
    CHANNELS("Channels", "/channels");

    private final String label;
    private final String path;

    Section(String label, String path) {
        this.label = label;
        this.path = path;
    }

    public String label() {
        return label;
    }

    public String path() {
        return path;
    }
}
