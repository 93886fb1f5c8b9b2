package io.bellwether;

import java.nio.file.Path;

/** Where the SEC's own files of some companies are, if anywhere: they are no part of the project. */
public final class RealFilings {

    public static final Path FOLDER = Path.of(System.getProperty("filings.folder", "../shared/data/edgar"));

    private RealFilings() {}
}
