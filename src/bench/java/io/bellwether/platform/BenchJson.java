package io.bellwether.platform;

import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON without the application around it. */
public final class BenchJson {

    private BenchJson() {}

    public static Json json() {
        return new Json(JsonMapper.builder().findAndAddModules().build());
    }
}
