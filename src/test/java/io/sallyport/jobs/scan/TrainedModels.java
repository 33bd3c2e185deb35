package io.sallyport.jobs.scan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.IntFunction;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.WeightedEnsembleModel;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/** Small real models, one of each kind that the reference trainer makes. */
final class TrainedModels {

  private TrainedModels() {}

  static Map<String, Model<?>> all() {
    Map<String, Model<?>> models = new LinkedHashMap<>();
    MutableDataset<Label> classes =
        rows(new LabelFactory(), x -> new Label(x > 0 ? "up" : x < -0.5 ? "down" : "level"));
    MutableDataset<Regressor> numbers =
        rows(new RegressionFactory(), x -> new Regressor(Regressor.DEFAULT_NAME, 2 * x));
    FullyWeightedVotingCombiner votes = new FullyWeightedVotingCombiner();
    models.put("forest", new RandomForestTrainer<>(tree(1), votes, 5, 1).train(classes));
    models.put(
        "forest without bootstrap",
        WeightedEnsembleModel.createEnsembleFromExistingModels(
            "forest", grown(seed -> tree(seed).train(classes)), votes));
    models.put(
        "boosted trees",
        new AdaBoostTrainer(new CARTClassificationTrainer(4, 1e-6f, 1), 5, 1).train(classes));
    models.put(
        "linear", new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), 5, 1).train(classes));
    models.put(
        "forest of numbers",
        new RandomForestTrainer<>(numberTree(1), new AveragingCombiner(), 5, 1).train(numbers));
    models.put(
        "forest of numbers without bootstrap",
        WeightedEnsembleModel.createEnsembleFromExistingModels(
            "forest", grown(seed -> numberTree(seed).train(numbers)), new AveragingCombiner()));
    models.put(
        "linear for numbers",
        new org.tribuo.regression.sgd.linear.LinearSGDTrainer(
                new SquaredLoss(), new AdaGrad(0.1), 5, 1)
            .train(numbers));
    return models;
  }

  static byte[] bytes(Model<?> model) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      model.serializeToStream(out);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  private static CARTClassificationTrainer tree(int seed) {
    return new CARTClassificationTrainer(
        Integer.MAX_VALUE, 10f, 0f, 0.5f, false, new GiniIndex(), seed);
  }

  private static CARTRegressionTrainer numberTree(int seed) {
    return new CARTRegressionTrainer(
        Integer.MAX_VALUE, 10f, 0f, 0.5f, false, new MeanSquaredError(), seed);
  }

  private static <T extends Output<T>> List<Model<T>> grown(IntFunction<Model<T>> train) {
    List<Model<T>> models = new ArrayList<>();
    for (int seed = 0; seed < 3; seed++) {
      models.add(train.apply(seed));
    }
    return models;
  }

  private static <T extends Output<T>> MutableDataset<T> rows(
      OutputFactory<T> factory, DoubleFunction<T> output) {
    MutableDataset<T> rows =
        new MutableDataset<>(
            new SimpleDataSourceProvenance(
                "train.csv", OffsetDateTime.parse("2026-11-25T00:00:00Z"), factory),
            factory);
    String[] names = {"a", "b", "colour=red", "colour=green"};
    for (int row = 0; row < 200; row++) {
      double x = Math.sin(row * 1.7);
      double[] values = {x, Math.cos(row * 0.9), row % 2, 1 - row % 2};
      rows.add(new ArrayExample<>(output.apply(x), names, values));
    }
    return rows;
  }
}
