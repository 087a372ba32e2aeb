package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a request holds cannot change under it. */
class CopiesTest {
    @Test
    void listsInsideListsAndMapsAreCopiedWithTheirNulls() {
        List<@Nullable String> inner = new ArrayList<>(Arrays.asList("a", null));
        Map<String, Object> map = new HashMap<>(Map.of("list", inner));
        List<Object> outer = new ArrayList<>(List.of(inner, map));

        List<Object> copy = Objects.requireNonNull(Copies.of(outer));
        inner.clear();
        map.clear();
        outer.clear();

        assertThat(copy).isEqualTo(List.of(Arrays.asList("a", null), Map.of("list", Arrays.asList("a", null))));
        assertThatThrownBy(() -> copy.remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void anythingElseIsGivenBackAsItIs() {
        Object value = new Object();

        assertThat(Copies.of(value)).isSameAs(value);
        assertThat(Copies.<@Nullable Object>of(null)).isNull();
    }
}
