package io.bellwether.vendor;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/** A vendor taken from the catalogue, with the probes it came with. */
public record AdoptedVendor(@JsonUnwrapped Vendor vendor, List<ConfiguredProbe> probes) {}
