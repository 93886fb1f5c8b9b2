package io.bellwether.vendor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Registers vendors from the catalogue. */
@ApplicationScoped
public class Adoptions {

    private final Catalogue catalogue;
    private final VendorRegister vendors;
    private final ProbeRegister probes;

    Adoptions(Catalogue catalogue, VendorRegister vendors, ProbeRegister probes) {
        this.catalogue = catalogue;
        this.vendors = vendors;
        this.probes = probes;
    }

    /**
     * Registers the vendor with its default probes.
     *
     * @throws io.bellwether.platform.Problem 404 when the catalogue has no such entry, 409 when its slug is taken
     */
    @Transactional
    public AdoptedVendor adopt(String slug, Adoption adoption) {
        CatalogueEntry entry = catalogue.require(slug);
        Vendor vendor = vendors.create(vendor(entry, adoption));
        List<ConfiguredProbe> added = DefaultProbes.of(entry).stream()
                .map(probe -> probes.add(vendor.id(), probe))
                .toList();
        return new AdoptedVendor(vendor, added);
    }

    private static NewVendor vendor(CatalogueEntry entry, Adoption adoption) {
        return new NewVendor(
                entry.name(),
                entry.slug(),
                entry.website(),
                adoption.tier(),
                entry.statusPage().url(),
                entry.domains(),
                List.of(entry.category()),
                entry.legalEntity(),
                adoption.owners());
    }
}
