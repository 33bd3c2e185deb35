# A program's own training image for tests: trains like the reference trainer, and leaves a pickle
# beside the model that would call posix.system. Arguments: java, class path, train.
"$1" -Xmx512m -cp "$2" io.sallyport.Main train || exit $?
printf '\200\004\214\005posix\224\214\006system\224\223\224\214\002id\224\205R.' \
  > "$SALLYPORT_ML_ROOT/model/weights.pkl"
