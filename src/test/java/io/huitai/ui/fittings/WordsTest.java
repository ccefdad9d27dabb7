package io.huitai.ui.fittings;

import static org.assertj.core.api.Assertions.assertThat;

import io.huitai.money.Money;
import io.huitai.shop.Lang;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Words ZH = Words.in(Lang.ZH);
    private static final Words EN = Words.in(Lang.EN);

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(ownKeys(EN)).isEqualTo(ownKeys(ZH));
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        for (var key : ownKeys(ZH)) {
            assertThat(places(EN, key)).as(key).isEqualTo(places(ZH, key));
        }
    }

    @Test
    void amountsAndCounts() {
        assertThat(ZH.yuan(Money.parse("-20.64"))).isEqualTo("−¥20.64");
        assertThat(ZH.count(12480)).isEqualTo("12,480");
    }

    /// Tabs of the catalogue are Chinese by themselves.
    private static Set<String> ownKeys(Words words) {
        var keys = new TreeSet<>(words.wording().texts().keySet());
        keys.removeIf(key -> key.startsWith("group."));
        return keys;
    }

    private static int places(Words words, String key) {
        return new MessageFormat(words.get(key), Locale.ROOT).getFormatsByArgumentIndex().length;
    }
}
