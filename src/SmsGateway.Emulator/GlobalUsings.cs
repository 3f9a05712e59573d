#if NET9_0_OR_GREATER
global using Gate = System.Threading.Lock;
#else
// What a lock statement takes, before there was a type of its own.
global using Gate = System.Object;
#endif
