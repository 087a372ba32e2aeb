package dev.openvenue.core.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A venue's text cannot forge a line of a log or turn it round. */
class PrintableTest {
    @Test
    void controlAndDirectionCharactersBecomeBlanks() {
        assertThat(Printable.line("\u202Eone\r\ntwo\u2028three\u2029four\u0085five\u009B31msix\u001B[31m\u200F"))
                .isEqualTo("one two three four five 31msix [31m");
        assertThat(Printable.line("half\uD83D a character")).isEqualTo("half  a character");
    }

    @Test
    void wordsOfEveryLanguageStay() {
        assertThat(Printable.line(" 余额不足, insufficient balance: 1.50 € 😀 "))
                .isEqualTo("余额不足, insufficient balance: 1.50 € 😀");
    }

    @Test
    void longTextIsCut() {
        assertThat(Printable.line("a\nbcdef", 4)).isEqualTo("a bc…");
    }
}
