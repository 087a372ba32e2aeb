package dev.openvenue.core;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OkHttpVersionTest {
    @Test
    void theOneOnThisClassPathWillDo() {
        assertThatCode(OkHttpVersion::check).doesNotThrowAnyException();
    }

    @Test
    void olderOneIsNamedTogetherWithTheCure() {
        assertThatThrownBy(() -> OkHttpVersion.check("4.12.0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "OkHttp 4.12.0 comes first on the class path, but OpenVenue needs OkHttp 5;"
                                + " import com.squareup.okhttp3:okhttp-bom in a version 5, so that all that use OkHttp get the same");
    }
}
