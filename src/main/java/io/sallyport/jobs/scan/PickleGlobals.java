package io.sallyport.jobs.scan;

import java.util.Set;

/**
 * The names that a pickle may look up, exactly, and what may be done with each.
 *
 * @param called functions and classes that REDUCE may call
 * @param made classes that NEWOBJ may make
 * @param named names that may only be passed on
 * @param torch whether the pickle lies in a torch archive
 */
record PickleGlobals(Set<String> called, Set<String> made, Set<String> named, boolean torch) {

  static final PickleGlobals SKLEARN =
      new PickleGlobals(
          Set.of(
              "numpy.dtype",
              "numpy._core.multiarray._reconstruct",
              "numpy._core.multiarray.scalar",
              "numpy.core.multiarray._reconstruct",
              "numpy.core.multiarray.scalar",
              "sklearn.tree._tree.Tree"),
          Set.of(
              "sklearn.ensemble._forest.RandomForestClassifier",
              "sklearn.tree._classes.DecisionTreeClassifier",
              "sklearn.linear_model._logistic.LogisticRegression",
              "sklearn.pipeline.Pipeline",
              "sklearn.preprocessing._data.StandardScaler"),
          Set.of("numpy.ndarray"),
          false);

  static final PickleGlobals TORCH =
      new PickleGlobals(
          Set.of(
              "collections.OrderedDict",
              "torch._utils._rebuild_tensor_v2",
              "torch._utils._rebuild_parameter"),
          Set.of(),
          TorchStorage.GLOBALS,
          true);

  boolean knows(String global) {
    return called.contains(global) || made.contains(global) || named.contains(global);
  }
}
