// The pages are plain HTML: nothing runs in the browser except the small modules of src/app/enhance.
export {}
