package io.huitai.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// `price.20`: [PriceBench] by JMH, a fork of one after a fork of the other.
final class PriceRow implements Measured {
    @Override
    public List<Figure> measure(Size size, Path folder) throws RunnerException {
        var pricing = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        for (var fork = 0; fork < Math.max(1, size.rounds() / 5); fork++) {
            pricing.add(fork("pricing", size, folder));
            plain.add(fork("plain", size, folder));
        }
        return List.of(Figure.beside(
                "price.20",
                median(pricing) / 1_000,
                "µs a bill",
                "plain Java of the same rules",
                median(plain) / 1_000));
    }

    private static double fork(String method, Size size, Path folder) throws RunnerException {
        var options = new OptionsBuilder()
                .include(PriceBench.class.getSimpleName() + "\\." + method + "$")
                .forks(1)
                .warmupIterations(5)
                .measurementIterations(5)
                .warmupTime(TimeValue.milliseconds(Math.max(500, size.rounds() * 50L)))
                .measurementTime(TimeValue.milliseconds(Math.max(500, size.rounds() * 50L)))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .resultFormat(ResultFormatType.JSON)
                .result(folder.resolve("jmh.json").toString())
                .build();
        return new Runner(options).runSingle().getPrimaryResult().getScore();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
