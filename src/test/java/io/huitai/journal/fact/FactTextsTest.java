package io.huitai.journal.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// No text gets into the journal that nobody has said what it is.
class FactTextsTest {
    private final Set<Class<?>> seen = new HashSet<>();
    private final Set<String> unclassified = new TreeSet<>();

    @Test
    void everyTextOfEveryFactIsClassified() {
        look(Fact.class);
        assertThat(seen).as("facts that were looked into").hasSizeGreaterThan(80);
        assertThat(unclassified).isEmpty();
    }

    private void look(Type type) {
        if (type instanceof ParameterizedType many) {
            Arrays.stream(many.getActualTypeArguments()).forEach(this::look);
        } else if (type instanceof Class<?> one && seen.add(one)) {
            if (one.isSealed()) {
                Arrays.stream(one.getPermittedSubclasses()).forEach(this::look);
            }
            if (one.isRecord()) {
                for (var part : one.getRecordComponents()) {
                    if (part.getGenericType().getTypeName().contains("java.lang.String")
                            && FactTexts.of(one, part.getName()).isEmpty()) {
                        unclassified.add(one.getSimpleName() + "." + part.getName());
                    }
                    look(part.getGenericType());
                }
            }
        }
    }
}
