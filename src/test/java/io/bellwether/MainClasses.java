package io.bellwether;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;

/** The compiled application, read once for all structural tests. */
final class MainClasses {

    static final String ROOT = "io.bellwether";

    static final JavaClasses ALL =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private MainClasses() {}

    /** The pattern for a package of ours with everything below it. */
    static String in(String name) {
        return ROOT + "." + name + "..";
    }
}
