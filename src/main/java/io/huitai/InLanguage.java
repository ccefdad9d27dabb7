package io.huitai;

import io.huitai.shop.Lang;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The language that a command speaks: `--lang`, Chinese unless told otherwise.
final class InLanguage {
    @Option(
            names = "--lang",
            defaultValue = "zh",
            converter = Code.class,
            description = "Language: zh or en (${DEFAULT-VALUE}).")
    private Lang lang = Lang.ZH;

    Lang lang() {
        return lang;
    }

    private static final class Code implements ITypeConverter<Lang> {
        @Override
        public Lang convert(String value) {
            return Lang.of(value)
                    .orElseThrow(() -> new TypeConversionException("'" + value + "' is neither zh nor en"));
        }
    }
}
